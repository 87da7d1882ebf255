package dev.planlift.service.intake;

import dev.planlift.service.config.Settings.Candidate;
import dev.planlift.service.job.EngineSwitch;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a format's candidate engine does. */
@JsonbPropertyOrder({"format", "candidate", "mode", "share", "changes"})
@Schema(
    name = "Engine",
    requiredProperties = {"format", "mode", "share", "changes"})
public record EngineView(
    @Schema(enumeration = {"dxf", "pdf"}) String format,
    @Schema(description = "its name; missing where the server that answers has none")
        @Nullable String candidate,
    @Schema(enumeration = {"off", "shadow", "rollout"}) String mode,
    @Schema(description = "percent of the jobs", minimum = "0", maximum = "100") int share,
    @Schema(description = "what was said, the last first") List<Change> changes) {
  public EngineView {
    changes = List.copyOf(changes);
  }

  /** What was said of it once. */
  @JsonbPropertyOrder({"mode", "share", "at", "who"})
  @Schema(
      name = "EngineChange",
      requiredProperties = {"mode", "share", "at", "who"})
  public record Change(
      @Schema(enumeration = {"off", "shadow", "rollout"}) String mode,
      int share,
      Instant at,
      String who) {
    static Change of(EngineSwitch said) {
      return new Change(lower(said.mode()), said.share(), said.at(), said.who());
    }
  }

  /** What it is to do. */
  @Schema(name = "EngineWish", requiredProperties = "mode")
  public record Wish(
      @Schema(enumeration = {"off", "shadow", "rollout"}) String mode,
      @Schema(
              description = "percent of the jobs",
              minimum = "0",
              maximum = "100",
              defaultValue = "100")
          @Nullable Integer share) {}

  static EngineView of(Candidate candidate, EngineSwitch now, List<EngineSwitch> changes) {
    return new EngineView(
        lower(now.format()),
        candidate.isThere() ? candidate.name() : null,
        lower(now.mode()),
        now.share(),
        changes.stream().map(Change::of).toList());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
