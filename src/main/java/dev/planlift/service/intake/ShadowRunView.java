package dev.planlift.service.intake;

import dev.planlift.service.job.ShadowOutcome;
import dev.planlift.service.job.ShadowRun;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a job's shadow run. */
@JsonbPropertyOrder({
  "jobId",
  "format",
  "engine",
  "outcome",
  "differences",
  "standardMillis",
  "candidateMillis",
  "at",
  "links"
})
@Schema(
    name = "ShadowRun",
    requiredProperties = {
      "jobId",
      "format",
      "engine",
      "outcome",
      "differences",
      "standardMillis",
      "candidateMillis",
      "at",
      "links"
    })
public record ShadowRunView(
    UUID jobId,
    @Schema(enumeration = {"dxf", "pdf"}) String format,
    @Schema(description = "the candidate's name") String engine,
    ShadowOutcome outcome,
    @Schema(description = "a sentence each") List<String> differences,
    @Schema(description = "how long the standard engine took") long standardMillis,
    @Schema(description = "how long the candidate took, behind all other work")
        long candidateMillis,
    Instant at,
    @Schema(
            description = "self, job, and the files of both engines where the results differ",
            type = SchemaType.OBJECT,
            additionalProperties = String.class)
        Map<String, String> links) {
  private static final List<String> SIDES = List.of("standard", "candidate");

  public ShadowRunView {
    differences = List.copyOf(differences);
  }

  static ShadowRunView of(ShadowRun run) {
    return new ShadowRunView(
        run.jobId(),
        run.format().name().toLowerCase(Locale.ROOT),
        run.engine(),
        run.outcome(),
        run.differences(),
        run.standard().toMillis(),
        run.candidate().toMillis(),
        run.at(),
        links(run));
  }

  /** What a file of this name is; empty where a shadow run leaves none of that name. */
  static Optional<JobResult> file(String name) {
    return Arrays.stream(JobResult.values())
        .filter(file -> SIDES.stream().anyMatch(side -> name.equals(side + "-" + file.fileName())))
        .findFirst();
  }

  /** Of a candidate that failed there is the report alone. */
  private static Map<String, String> links(ShadowRun run) {
    var self = IntakeApplication.PATH + "/" + IntakeApplication.SHADOW_RUNS + "/" + run.jobId();
    var links = new LinkedHashMap<String, String>();
    links.put("self", self);
    links.put("job", JobLinks.self(run.jobId()));
    if (run.outcome() == ShadowOutcome.SAME) {
      return links;
    }
    boolean made =
        run.outcome() == ShadowOutcome.DIFFERENT || run.outcome() == ShadowOutcome.NOT_COMPARED;
    for (var side : SIDES) {
      for (var file : JobResult.values()) {
        if (made || side.equals("standard") || file == JobResult.REPORT) {
          var name = file.linkName();
          links.put(
              side + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
              self + "/" + side + "-" + file.fileName());
        }
      }
    }
    return links;
  }
}
