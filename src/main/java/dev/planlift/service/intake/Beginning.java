package dev.planlift.service.intake;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option.Shaped;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobCheckpoint;
import dev.planlift.service.job.Stage;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a repeated job begins.
 *
 * @param options of the repetition: those of the job, and over them what is to be different
 * @param kept what the job's stages left, if it is still there
 * @param latest the latest stage before which nothing is different
 * @param asked an earlier one that was asked for
 */
record Beginning(
    ConversionOptions options, Optional<JobCheckpoint> kept, Stage latest, Optional<Stage> asked) {
  private static final String FIELD = "fromStage";

  /** The stages that leave something, the last one first, and those that follow them. */
  private static final List<After> KEPT =
      List.of(
          new After(Stage.RECONSTRUCT, Shaped.RECONSTRUCT, Stage.SOLIDIFY),
          new After(Stage.READ, Shaped.READ, Stage.RECONSTRUCT));

  private record After(Stage stage, Shaped shaped, Stage next) {
    boolean isIn(JobCheckpoint checkpoint, ConversionOptions options) {
      return stage.compareTo(checkpoint.last()) <= 0
          && ConversionOptions.parse(checkpoint.options())
              .hash(shaped)
              .equals(options.hash(shaped));
    }
  }

  /**
   * @param changes the request's JSON: options and stage that are asked for
   * @throws PermanentError INVALID_REQUEST, INVALID_OPTION, or NO_CHECKPOINT where there is nothing
   *     to begin the stage asked for with
   */
  static Beginning of(Job job, JsonObject changes, ArtifactStore store) {
    JsonBody.onlyFields(changes, Set.of(FIELD, "options"));
    var merged = new LinkedHashMap<>(job.options());
    merged.putAll(SubmissionRequest.optionTexts(changes.get("options")));
    var options = ConversionOptions.parse(merged);
    var kept = job.checkpoint().filter(there -> store.find(there.key()).isPresent());
    var latest = latest(kept, options);
    return new Beginning(options, kept, latest, asked(changes, job, latest));
  }

  /** What it takes over: of no use to one that reads again. */
  Optional<JobCheckpoint> taken() {
    return kept.filter(there -> asked.orElse(latest).compareTo(Stage.READ) > 0);
  }

  private static Stage latest(Optional<JobCheckpoint> checkpoint, ConversionOptions options) {
    return checkpoint
        .flatMap(there -> KEPT.stream().filter(kept -> kept.isIn(there, options)).findFirst())
        .map(After::next)
        .orElse(Stage.READ);
  }

  private static Optional<Stage> asked(JsonObject changes, Job job, Stage latest) {
    var name = JsonBody.text(changes, FIELD);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var stages = Stage.of(job.format());
    var stage =
        Arrays.stream(Stage.values())
            .filter(each -> each.name().equals(name.get()) && stages.contains(each))
            .findFirst()
            .orElseThrow(() -> JsonBody.invalid(FIELD, "is one of " + stages));
    if (stage.compareTo(latest) > 0) {
      throw new PermanentError(
          ErrorCode.NO_CHECKPOINT,
          "Nothing is kept that %s could begin with, with these options; the latest stage is %s."
              .formatted(stage, latest),
          Place.of("field", FIELD).and("latest", latest));
    }
    return Optional.of(stage);
  }
}
