package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class PolygonsTest {
  private static List<Coordinate> square(double x, double y, double side) {
    return List.of(
        new Coordinate(x, y),
        new Coordinate(x + side, y),
        new Coordinate(x + side, y + side),
        new Coordinate(x, y + side));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 300})
  void ringsWithinARingAreHolesHoweverMany(int holes) {
    var rings = new ArrayList<List<Coordinate>>();
    rings.add(square(0, 0, 1000));
    for (int i = 0; i < holes; i++) {
      rings.add(square(10 + 3 * i, 10 + 2 * i, 1));
    }
    var area = Polygons.evenOdd(rings);
    assertThat(area.getArea()).isCloseTo(1e6 - holes, within(1e-6));
    assertThat(Polygons.parts(area))
        .singleElement()
        .satisfies(whole -> assertThat(whole.getNumInteriorRing()).isEqualTo(holes));
  }

  @Test
  void ofManyRingsThoseThatCrossAreOddOnes() {
    var rings = new ArrayList<List<Coordinate>>();
    for (int i = 0; i < 100; i++) {
      rings.add(square(10 * i, 0, 2));
      rings.add(square(10 * i + 1, 0, 2));
    }
    assertThat(Polygons.evenOdd(rings).getArea()).isCloseTo(400, within(1e-6));
  }

  /** A fill with as many rings as are looked at: ring after ring it would take minutes. */
  @Test
  void aFillOfThousandsOfRingsStaysItself() {
    var rings = new ArrayList<List<Coordinate>>();
    for (int i = 0; i < 5000; i++) {
      rings.add(square(i % 100 * 2.0, Math.floorDiv(i, 100) * 2.0, 1));
    }
    assertThat(Polygons.parts(Polygons.evenOdd(rings))).hasSize(5000);
  }
}
