package dev.planlift.service.intake;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option.Shaped;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobCheckpoint;
import dev.planlift.service.job.Stage;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stage a repeated job begins with: the latest before which nothing is different, or an earlier
 * one that was asked for.
 */
final class Beginning {
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

  private Beginning() {}

  /**
   * The options of a repetition: those of the job, and over them what is to be different.
   *
   * @throws PermanentError INVALID_REQUEST or INVALID_OPTION
   */
  static ConversionOptions options(Job job, JsonObject changes) {
    JsonBody.onlyFields(changes, Set.of(FIELD, "options"));
    var merged = new LinkedHashMap<>(job.options());
    merged.putAll(SubmissionRequest.optionTexts(changes.get("options")));
    return ConversionOptions.parse(merged);
  }

  /**
   * The stage that a repetition begins with at the latest.
   *
   * @param options of the repetition
   */
  static Stage latest(Optional<JobCheckpoint> checkpoint, ConversionOptions options) {
    return checkpoint
        .flatMap(there -> KEPT.stream().filter(kept -> kept.isIn(there, options)).findFirst())
        .map(After::next)
        .orElse(Stage.READ);
  }

  /**
   * The stage asked for.
   *
   * @throws PermanentError INVALID_REQUEST for what is no stage of the job, NO_CHECKPOINT where
   *     there is nothing to begin it with
   */
  static Optional<Stage> asked(JsonObject changes, Job job, Stage latest) {
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
