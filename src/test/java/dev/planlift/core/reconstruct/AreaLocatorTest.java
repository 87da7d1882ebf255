package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

class AreaLocatorTest {
  /** A round plate of many corners with rooms in it, a court among them with a hut in it. */
  private static Geometry walls() {
    var plate = Polygons.FACTORY.createPoint(new Coordinate(10, 10)).buffer(14, 16);
    var rooms = new ArrayList<Polygon>();
    for (int x = 0; x < 5; x++) {
      for (int y = 0; y < 5; y++) {
        rooms.add(House.rectangle(4 * x + 0.25, 4 * y + 0.25, 4 * x + 4, 4 * y + 4));
      }
    }
    var hut = House.rectangle(9, 9, 11, 11);
    return Polygons.union(List.of(Polygons.difference(plate, Polygons.union(rooms)), hut));
  }

  @Test
  void everyPointLiesWhereItLiesForALocatorOfTheWholeArea() {
    var walls = walls();
    var locator = new AreaLocator(walls);
    var whole = new IndexedPointInAreaLocator(walls);
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      // Quarters of a metre, so that many lie on edges and corners.
      var p = new Coordinate(random.nextInt(-20, 100) / 4.0, random.nextInt(-20, 100) / 4.0);
      assertThat(locator.locate(p)).as("%s", p).isEqualTo(whole.locate(p));
    }
    assertThat(locator.locate(new Coordinate(0.25, 1))).isEqualTo(Location.BOUNDARY);
  }

  @Test
  void nothingLiesInAnEmptyArea() {
    var empty = new AreaLocator(Polygons.FACTORY.createPolygon());
    assertThat(empty.locate(new Coordinate(0, 0))).isEqualTo(Location.EXTERIOR);
  }
}
