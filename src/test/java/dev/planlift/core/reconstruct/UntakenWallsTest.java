package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.UntakenWall;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntakenWallsTest {
  private static List<UntakenWall> untaken(House house) {
    return UntakenWalls.of(
        new Reconstructor().reconstruct(house.drawing("mm", 0.001), ConversionOptions.DEFAULTS));
  }

  private static House house() {
    return new House().on("WALLS").outlines().on("0").doors().window().labels().on("WALLS");
  }

  @Test
  void wallsThatWereTakenAreNotListed() {
    assertThat(untaken(house())).isEmpty();
  }

  /** A leaf, a sill and an axis: all drawn with the walls, all at their openings. */
  @Test
  void linesThatDrawOpeningsAreNotListed() {
    assertThat(untaken(house().line(1, 0.1, 1, 1.05).line(3.8, 4.4, 5.4, 4.4))).isEmpty();
    assertThat(untaken(house().line(4.6, 3.2, 4.6, 5))).isEmpty();
    assertThat(untaken(house().line(4, 3, 5.5, 3.6))).hasSize(1);
  }

  @Test
  void aSingleLineIsListedWithPlaceLayerAndReason() {
    assertThat(untaken(house().line(4, 1, 5.5, 1)))
        .singleElement()
        .satisfies(
            wall -> {
              assertThat(wall.from().x()).isCloseTo(4, within(1e-9));
              assertThat(wall.lengthM()).isCloseTo(1.5, within(1e-9));
              assertThat(wall.layer()).isEqualTo("WALLS");
              assertThat(wall.level()).isEqualTo("Level 0");
              assertThat(wall.reason()).isEqualTo("no second face beside it");
            });
  }

  @Test
  void linesTooNearOrTooFarFromEachOtherSayHowFar() {
    assertThat(untaken(house().line(4, 1, 5.5, 1).line(4, 1.02, 5.5, 1.02)))
        .extracting(UntakenWall::reason)
        .containsOnly("thinner than a wall: the next line beside it is 0.02 m off");
    assertThat(untaken(house().line(4, 1, 5.5, 1).line(4, 2, 5.5, 2)))
        .extracting(UntakenWall::reason)
        .containsOnly("thicker than a wall: the next line beside it is 1.00 m off");
  }
}
