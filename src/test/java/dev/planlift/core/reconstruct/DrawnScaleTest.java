package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.ConversionOptions;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnScaleTest {
  private static boolean isPlan(String... texts) {
    var house = new House().on("A-WALL").outlines().doors().window();
    for (int i = 0; i < texts.length; i++) {
      house.text(texts[i], 1, -1 - i, 0.2);
    }
    var found = new Reconstructor().reconstruct(house.drawing(), ConversionOptions.parse(Map.of()));
    return !found.building().isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"M 1:10", "SCALE 1/20", "Maßstab 1:5, 1:10", "ÉCHELLE 1:20", "WALL BASE M1:10"})
  void detailsAreNoPlan(String scale) {
    assertThat(isPlan(scale)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SCALE: 1/4\" = 1'-0\"",
        "M 1:100",
        "1:10",
        "RAMP 1:12",
        "SCALE 1:50 1:10",
        "ROOM 1: 10 m",
        "SLOPE 1/20"
      })
  void otherRatiosLeaveThePlan(String text) {
    assertThat(isPlan(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SCALE 1:100", "Maßstab 1:50"})
  void aPlanBesideDetailsStaysOne(String scale) {
    assertThat(isPlan(scale, "M 1:10")).isTrue();
  }
}
