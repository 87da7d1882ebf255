package dev.planlift.service.intake;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some dead letters of a list. */
@JsonbPropertyOrder({"deadLetters", "next"})
@Schema(name = "DeadLetterPage", requiredProperties = "deadLetters")
public record DeadLetterPage(
    List<DeadLetterView> deadLetters,
    @Schema(description = "path of the next page; missing on the last") @Nullable String next) {
  public DeadLetterPage {
    deadLetters = List.copyOf(deadLetters);
  }
}
