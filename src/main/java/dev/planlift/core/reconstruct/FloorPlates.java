package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Slab;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The plate under a level: as far as its walls and rooms reach, less what passes through it. */
final class FloorPlates {
  /** A plate's top lies this far below the floor: room floors lie on it and do not flicker. */
  private static final double BELOW_FLOOR_M = 0.01;

  /** Walls nearer to each other than twice this stand on one plate. */
  private static final double CLOSING_M = 0.05;

  /** Where walls enclose less than this of what they are around, wider gaps are closed. */
  private static final double ENCLOSED = 0.55;

  private static final double WIDE_CLOSING_M = 2;

  /** Single walls in a garden bear no plate. */
  private static final double SMALLEST_M2 = 4;

  private FloorPlates() {}

  /**
   * A level's plates.
   *
   * @param thicknessM as much as there is room for
   * @param wells what is open through the floor, plan metres
   */
  static List<Slab> under(Level level, double thicknessM, List<Polygon> wells, String reason) {
    if (thicknessM < 2 * BELOW_FLOOR_M || level.walls().isEmpty()) {
      return List.of();
    }
    var areas = new ArrayList<Polygon>();
    level.walls().forEach(wall -> areas.add(polygon(wall.footprint())));
    level.rooms().forEach(room -> areas.add(polygon(room.outline())));
    var all = Polygons.union(areas);
    var whole = closed(all, CLOSING_M);
    if (whole.getArea() < ENCLOSED * all.convexHull().getArea()) {
      whole = closed(all, WIDE_CLOSING_M);
    }
    if (!wells.isEmpty()) {
      whole = Polygons.difference(whole, Polygons.union(wells));
    }
    var layer = level.walls().getFirst().evidence().layer();
    var evidence = new Evidence(layer, List.of(), 0.6, reason);
    return Polygons.parts(Polygons.cleaned(whole)).stream()
        .filter(part -> part.getArea() >= SMALLEST_M2)
        .map(part -> new Slab(region(part), 0, thicknessM - BELOW_FLOOR_M, evidence))
        .toList();
  }

  /** With gaps up to twice as wide closed, and all that is inside. */
  private static Geometry closed(Geometry area, double byM) {
    var filled = new ArrayList<Polygon>();
    for (var part : Polygons.parts(Polygons.grown(Polygons.grown(area, byM), -byM))) {
      filled.add(Polygons.FACTORY.createPolygon(part.getExteriorRing().getCoordinates()));
    }
    return Polygons.union(filled);
  }

  static Polygon polygon(Polygon2 region) {
    var holes = region.holes().stream().map(FloorPlates::ring).toArray(LinearRing[]::new);
    return Polygons.FACTORY.createPolygon(ring(region.shell()), holes);
  }

  private static LinearRing ring(List<Vec2> points) {
    var ring = new Coordinate[points.size() + 1];
    for (int i = 0; i < ring.length; i++) {
      var p = points.get(i % points.size());
      ring[i] = new Coordinate(p.x(), p.y());
    }
    return Polygons.FACTORY.createLinearRing(ring);
  }

  private static Polygon2 region(Polygon polygon) {
    var holes = new ArrayList<List<Vec2>>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(points(polygon.getInteriorRingN(i), false));
    }
    return new Polygon2(points(polygon.getExteriorRing(), true), holes);
  }

  private static List<Vec2> points(LinearRing ring, boolean counterClockwise) {
    var points = new ArrayList<Vec2>();
    var coordinates = ring.getCoordinates();
    for (int i = 0; i + 1 < coordinates.length; i++) {
      points.add(new Vec2(coordinates[i].x, coordinates[i].y));
    }
    return Orientation.isCCW(coordinates) == counterClockwise ? points : points.reversed();
  }
}
