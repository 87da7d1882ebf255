package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** What lies along a line and across it. */
class StretchTest {
  private static final double EXACT = 1e-12;

  private static LineWork.Line line(double x0, double y0, double x1, double y1) {
    return new LineWork.Line(new Coordinate(x0, y0), new Coordinate(x1, y1), 0);
  }

  /** Upwards, so that left is where x is less. */
  private final Stretch upright = Stretch.of(line(2, 1, 2, 5));

  @Test
  void pointsLieAlongItFromItsBeginningAndAcrossItToItsLeft() {
    var point = new Coordinate(-1, 4);
    assertThat(upright.along(point)).isCloseTo(3, within(EXACT));
    assertThat(upright.across(point)).isCloseTo(3, within(EXACT));
    assertThat(upright.across(new Coordinate(2.5, 0))).isCloseTo(-0.5, within(EXACT));
    assertThat(upright.at(3, 3).distance(point)).isLessThan(EXACT);
  }

  @Test
  void anotherLineRunsBesideItsCommonPartWhicheverWayItIsDrawn() {
    assertThat(upright.beside(line(3, 4, 3, 9))).isCloseTo(1, within(EXACT));
    assertThat(upright.beside(line(3, 9, 3, 4))).isCloseTo(1, within(EXACT));
    assertThat(upright.from(line(3, 4, 3, 9))).isCloseTo(3, within(EXACT));
    assertThat(upright.to(line(3, 4, 3, 9))).isCloseTo(4, within(EXACT));
    assertThat(upright.beside(line(3, 6, 3, 9))).isZero();
  }

  @Test
  void theSineOfTheAngleBetweenLinesKnowsNoDirection() {
    assertThat(upright.sine(line(0, 3, 0, 1))).isCloseTo(0, within(EXACT));
    assertThat(upright.sine(line(0, 0, -1, Math.sqrt(3)))).isCloseTo(0.5, within(EXACT));
  }
}
