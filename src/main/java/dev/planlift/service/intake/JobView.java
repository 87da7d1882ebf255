package dev.planlift.service.intake;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.ErrorCode;
import dev.planlift.service.config.JsonObjects;
import dev.planlift.service.config.Settings.Candidate;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobError;
import dev.planlift.service.job.JobStage;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Stage;
import dev.planlift.service.job.StageState;
import dev.planlift.service.job.Waiting;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job as clients see it. What does not apply is left out. */
@JsonbPropertyOrder({
  "id",
  "name",
  "format",
  "priority",
  "state",
  "stage",
  "progress",
  "attempt",
  "queuePosition",
  "estimatedWaitSeconds",
  "stages",
  "error",
  "options",
  "metadata",
  "figures",
  "sizeBytes",
  "sha256",
  "retryOf",
  "engine",
  "reused",
  "retentionHours",
  "createdAt",
  "startedAt",
  "finishedAt",
  "updatedAt",
  "dueAt",
  "expiredAt",
  "links"
})
@Schema(
    name = "Job",
    requiredProperties = {
      "id",
      "name",
      "format",
      "priority",
      "state",
      "progress",
      "attempt",
      "stages",
      "options",
      "metadata",
      "createdAt",
      "updatedAt",
      "links"
    })
public record JobView(
    UUID id,
    @Schema(description = "the drawing's name") String name,
    @Schema(
            description = "what the file is, by its bytes; a guess until it has been fetched",
            enumeration = {"dxf", "pdf"})
        String format,
    @Schema(enumeration = {"high", "default", "low"}) String priority,
    JobState state,
    @Schema(description = "the stage it is in, or was in when it ended") @Nullable Stage stage,
    @Schema(description = "percent; never falls", minimum = "0", maximum = "100") int progress,
    @Schema(description = "how often a worker has begun it") int attempt,
    List<StageView> stages,
    @Schema(description = "why it failed, or is tried again") @Nullable ErrorView error,
    @Schema(
            description =
                "1 for the job that is taken next; only where one waiting job is asked for")
        @Nullable Integer queuePosition,
    @Schema(
            description =
                "until it is taken, from what recent jobs of the format took; only beside"
                    + " queuePosition, and only where that is known",
            minimum = "0")
        @Nullable Long estimatedWaitSeconds,
    @Schema(
            description = "the conversion options given",
            type = SchemaType.OBJECT,
            additionalProperties = String.class)
        Map<String, String> options,
    @Schema(description = "the client's own", type = SchemaType.OBJECT) JsonObject metadata,
    @Schema(description = "counts and sizes of the model", type = SchemaType.OBJECT)
        @Nullable JsonObject figures,
    @Schema(description = "of the drawing; missing until it has been fetched")
        @Nullable Long sizeBytes,
    @Schema(description = "SHA-256 of the drawing, hexadecimal; missing until it has been fetched")
        @Nullable String sha256,
    @Schema(description = "the job that this one repeats") @Nullable UUID retryOf,
    @Schema(description = "what converts it, or did: standard, or a candidate engine's name")
        @Nullable String engine,
    @Schema(description = "true: the results were there already, nothing was converted")
        @Nullable Boolean reused,
    @Schema(
            description =
                "how long the results are kept after the last read; only where the request said so")
        @Nullable Long retentionHours,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Instant updatedAt,
    @Schema(description = "a job in RETRY is not taken before this") @Nullable Instant dueAt,
    @Schema(description = "since then results and drawing are no longer kept")
        @Nullable Instant expiredAt,
    @Schema(
            description = "what can be asked for now, by name: self, model, report, preview …",
            type = SchemaType.OBJECT,
            additionalProperties = String.class)
        Map<String, String> links) {

  /** One stage. Times are those of its latest attempt. */
  @JsonbPropertyOrder({"name", "state", "startedAt", "finishedAt", "attempts", "millis"})
  @Schema(
      name = "JobStage",
      requiredProperties = {"name", "state", "attempts"})
  public record StageView(
      Stage name,
      StageState state,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      int attempts,
      @Schema(description = "time the stage took") @Nullable Long millis) {
    static StageView of(JobStage stage) {
      return new StageView(
          stage.name(),
          stage.state(),
          stage.startedAt().orElse(null),
          stage.finishedAt().orElse(null),
          stage.attempts(),
          stage.took().map(Duration::toMillis).orElse(null));
    }
  }

  /** Why a job failed. */
  @JsonbPropertyOrder({"code", "message", "advice", "where", "retryable"})
  @Schema(
      name = "JobError",
      requiredProperties = {"code", "message", "advice", "where", "retryable"})
  public record ErrorView(
      ErrorCode code,
      @Schema(description = "what happened, one sentence") String message,
      @Schema(description = "what the reader can do") String advice,
      @Schema(
              description = "where in the input: line, handle, page …",
              type = SchemaType.OBJECT,
              additionalProperties = String.class)
          Map<String, String> where,
      boolean retryable) {
    static ErrorView of(JobError error) {
      return new ErrorView(
          error.code(),
          error.message(),
          error.code().advice(),
          error.where().coordinates(),
          error.retryable());
    }
  }

  /**
   * The view of a job.
   *
   * @param waiting null where it does not wait or was not asked for
   */
  static JobView of(Job job, @Nullable Waiting waiting) {
    return new JobView(
        job.id(),
        job.name(),
        lower(job.format()),
        lower(job.priority()),
        job.state(),
        job.stage().orElse(null),
        job.progress(),
        job.attempt(),
        job.stages().stream().map(StageView::of).toList(),
        job.error().map(ErrorView::of).orElse(null),
        waiting == null ? null : waiting.position(),
        waiting == null ? null : waiting.estimate().map(JobView::seconds).orElse(null),
        ConversionOptions.shown(job.options()),
        object(job.metadata()),
        job.figures().map(JobView::object).orElse(null),
        job.toFetch().isEmpty() ? job.sizeBytes() : null,
        job.toFetch().isEmpty() ? job.sha256() : null,
        job.retryOf().orElse(null),
        job.startedAt().map(begun -> job.engine().orElse(Candidate.STANDARD)).orElse(null),
        job.isReused() ? true : null,
        job.keep().map(Duration::toHours).orElse(null),
        job.createdAt(),
        job.startedAt().orElse(null),
        job.finishedAt().orElse(null),
        job.updatedAt(),
        job.state() == JobState.RETRY ? job.dueAt() : null,
        job.expiredAt().orElse(null),
        JobLinks.of(job));
  }

  /** Whole seconds, never fewer than it takes. */
  private static Long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static JsonObject object(String json) {
    return JsonObjects.of(json);
  }
}
