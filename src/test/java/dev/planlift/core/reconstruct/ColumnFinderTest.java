package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Level;
import org.junit.jupiter.api.Test;

/** Columns and lifts in the house's living room, from 3.05 to 5.9 by 0.1 to 3.9. */
class ColumnFinderTest {
  private static Level level(House house) {
    return new Reconstructor()
        .reconstruct(house.drawing(), ConversionOptions.DEFAULTS)
        .building()
        .levels()
        .getFirst();
  }

  private static House house() {
    return new House().on("WALL").outlines().on("0").doors().window();
  }

  private static House square(House house, double x, double y, double side) {
    return house
        .line(x, y, x + side, y)
        .line(x + side, y, x + side, y + side)
        .line(x + side, y + side, x, y + side)
        .line(x, y + side, x, y);
  }

  @Test
  void aSquareOnAWallLayerThatStandsByItselfIsAColumn() {
    var level = level(square(house().on("WALL"), 4.2, 1.8, 0.4));

    assertThat(level.columns()).hasSize(1);
    assertThat(level.columns().getFirst().footprint().area()).isCloseTo(0.16, within(1e-3));
    assertThat(level.walls()).hasSameSizeAs(level(house()).walls());
  }

  @Test
  void aCircleNamedAColumnIsOneAndAnotherCircleIsNone() {
    var level = level(house().on("S-COLS").circle(4, 2, 0.45).on("0").circle(5.2, 2, 0.3));

    assertThat(level.columns()).hasSize(1);
    assertThat(level.columns().getFirst().footprint().area())
        .isCloseTo(Math.PI * 0.45 * 0.45, within(0.01));
  }

  @Test
  void aCrossedSquareIsALiftUnlessItIsAVoid() {
    var lift = square(house(), 3.5, 1, 1.6).line(3.5, 1, 5.1, 2.6).line(3.5, 2.6, 5.1, 1);
    var open = square(house(), 3.5, 1, 1.6).line(3.5, 1, 5.1, 2.6).line(3.5, 2.6, 5.1, 1);
    open.text("VOID", 4.3, 2.2, 0.15);

    assertThat(level(lift).lifts()).hasSize(1);
    assertThat(level(lift).lifts().getFirst().area().area()).isCloseTo(2.56, within(1e-3));
    assertThat(level(open).lifts()).isEmpty();
  }

  @Test
  void theDiagonalsOfAShaftAreNoWalls() {
    var shaft = square(house(), 3.5, 1, 0.9).line(3.5, 1, 4.4, 1.9).line(3.5, 1.9, 4.4, 1);

    assertThat(level(shaft).lifts()).isEmpty();
    assertThat(level(shaft).walls()).hasSameSizeAs(level(house()).walls());
  }
}
