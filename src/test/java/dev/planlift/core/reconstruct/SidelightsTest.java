package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Opening;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A room of 6 m by 4 m within walls of 0.2 m, its south wall open from x = 1.5 to 3.6. */
class SidelightsTest {
  private static House room() {
    return new House()
        .on("A-WALL")
        .line(1.5, 0, 0, 0)
        .line(0, 0, 0, 4.4)
        .line(0, 4.4, 6.4, 4.4)
        .line(6.4, 4.4, 6.4, 0)
        .line(6.4, 0, 3.6, 0)
        .line(3.6, 0, 3.6, 0.2)
        .line(3.6, 0.2, 6.2, 0.2)
        .line(6.2, 0.2, 6.2, 4.2)
        .line(6.2, 4.2, 0.2, 4.2)
        .line(0.2, 4.2, 0.2, 0.2)
        .line(0.2, 0.2, 1.5, 0.2)
        .line(1.5, 0.2, 1.5, 0)
        .on("0");
  }

  private static List<Opening> openings(House house) {
    return new Reconstructor()
        .reconstruct(house.drawing("mm", 1e-3), ConversionOptions.parse(Map.of()))
        .building()
        .levels()
        .getFirst()
        .openings();
  }

  @Test
  void aLeafBetweenFixedLightsIsADoorAsWideAsAll() {
    var house = room().box(1.5, 0.05, 2.1, 0.15).box(3, 0.05, 3.6, 0.15);
    house.line(2.1, 0.15, 2.1, 1.05).arc(2.1, 0.15, 0.9, 0);
    assertThat(openings(house))
        .singleElement()
        .satisfies(
            door -> {
              assertThat(door.kind()).isEqualTo(Opening.Kind.DOOR);
              assertThat(door.widthM()).isCloseTo(2.1, within(0.02));
              assertThat(door.leaf().orElseThrow().hinge()).isPresent();
            });
  }

  @Test
  void casementsInARowAreAWindow() {
    var house = room().line(1.5, 0.2, 3.6, 0.2);
    house.box(1.55, 0.02, 2.5, 0.07).box(2.6, 0.02, 3.55, 0.07);
    assertThat(openings(house))
        .singleElement()
        .satisfies(window -> assertThat(window.kind()).isEqualTo(Opening.Kind.WINDOW));
  }
}
