package dev.planlift.core.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.planlift.error.PermanentError;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A password serves the conversion and is seen nowhere. */
class SecretOptionTest {
  private static final ConversionOptions OPTIONS =
      ConversionOptions.parse(Map.of("password", " open sesame ", "wallHeight", "3"));

  @Test
  void aPasswordIsKeptAsItWasGiven() {
    assertThat(OPTIONS.text(Option.PASSWORD)).isEqualTo(" open sesame ");
  }

  @Test
  void aPasswordIsNotAmongWhatIsShown() {
    assertThat(OPTIONS.shown()).containsOnlyKeys("wallHeight");
    assertThat(OPTIONS).asString().doesNotContain("sesame");
    assertThat(ConversionOptions.shown(OPTIONS.given())).containsOnlyKeys("wallHeight");
  }

  @Test
  void resultsOfAnotherPasswordAreOthers() {
    assertThat(OPTIONS.hash())
        .isNotEqualTo(ConversionOptions.parse(Map.of("wallHeight", "3")).hash());
  }

  @Test
  void aRefusedPasswordIsNotRepeated() {
    assertThatExceptionOfType(PermanentError.class)
        .isThrownBy(() -> ConversionOptions.parse(Map.of("password", "sesame".repeat(40))))
        .withMessageNotContaining("sesame");
  }
}
