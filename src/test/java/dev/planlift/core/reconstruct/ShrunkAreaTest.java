package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class ShrunkAreaTest {
  /** A winding corridor, so wide, with ever more corners. */
  private static Polygon spiral(double width, double angleRad) {
    var out = new ArrayList<Coordinate>();
    var in = new ArrayList<Coordinate>();
    for (int i = 0; i < 4000; i++) {
      double angle = angleRad + i * 0.05;
      double r = 1 + i * 0.05 / (2 * Math.PI) * 3 * width;
      out.add(new Coordinate(r * Math.cos(angle), r * Math.sin(angle)));
      in.add(new Coordinate((r + width) * Math.cos(angle), (r + width) * Math.sin(angle)));
    }
    out.addAll(in.reversed());
    out.add(out.getFirst().copy());
    return Polygons.FACTORY.createPolygon(out.toArray(new Coordinate[0]));
  }

  private static Polygon annulus(Random random, double thickness) {
    double angle = random.nextDouble() * Math.PI;
    var at = new Coordinate(random.nextDouble() * 100, random.nextDouble() * 100);
    double length = 2 + random.nextDouble() * 5;
    double width = 2 + random.nextDouble() * 3;
    var around = Polygons.rectangle(at, angle, length + 2 * thickness, width + 2 * thickness);
    var hole = Polygons.rectangle(at, angle, length, width);
    return (Polygon) Polygons.difference(around, hole);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1, 2.5})
  void nothingIsLeftOfASpiralThatIsThinEnough(double angleRad) {
    assertThat(ShrunkArea.atMost(spiral(0.1, angleRad), 0.2)).isZero();
  }

  @Test
  void mostIsLeftOfASpiralThatIsBroad() {
    var broad = spiral(2, 0);
    assertThat(ShrunkArea.atMost(broad, 0.5)).isBetween(0.5 * broad.getArea(), broad.getArea());
  }

  /** However the walls about a room are turned, and wherever the grid falls. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noLessIsToldThanIsLeft(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      var walls = annulus(random, 0.1 + random.nextDouble());
      double by = 0.05 + random.nextDouble() * 0.5;
      assertThat(ShrunkArea.atMost(walls, by))
          .as("seed %d, %s by %s", seed, walls, by)
          .isGreaterThanOrEqualTo(Polygons.grown(walls, -by).getArea());
    }
  }

  @Test
  void whatLiesInAHoleIsNotLeft() {
    var frame =
        Polygons.parts(
            Polygons.difference(
                Polygons.rectangle(new Coordinate(0, 0), 0, 6, 6),
                Polygons.rectangle(new Coordinate(0, 0), 0, 5, 5)));
    assertThat(frame).allSatisfy(part -> assertThat(ShrunkArea.atMost(part, 0.55)).isZero());
  }

  @Test
  void aLongSlenderDiagonalIsLeftToShrinking() {
    assertThat(ShrunkArea.atMost(Polygons.rectangle(new Coordinate(0, 0), 0.8, 1e4, 0.1), 0.02))
        .isInfinite();
  }
}
