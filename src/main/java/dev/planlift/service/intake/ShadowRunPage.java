package dev.planlift.service.intake;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some shadow runs of a list. */
@JsonbPropertyOrder({"shadowRuns", "next"})
@Schema(name = "ShadowRunPage", requiredProperties = "shadowRuns")
public record ShadowRunPage(
    List<ShadowRunView> shadowRuns,
    @Schema(description = "path of the next page; missing on the last") @Nullable String next) {
  public ShadowRunPage {
    shadowRuns = List.copyOf(shadowRuns);
  }
}
