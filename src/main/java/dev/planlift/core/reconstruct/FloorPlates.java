package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Room;
import dev.planlift.core.plan.Slab;
import dev.planlift.core.plan.Wall;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The plates between levels that stand over each other: as far as the upper one's walls and rooms
 * reach, from the walls below up to its floor. Voids for stairs are not known and not left open.
 */
final class FloorPlates {
  /** A plate's top lies this far below the floor: room floors lie on it and do not flicker. */
  private static final double BELOW_FLOOR_M = 0.01;

  /** Walls nearer to each other than twice this stand on one plate. */
  private static final double CLOSING_M = 0.05;

  /** Single walls in a garden bear no plate. */
  private static final double SMALLEST_M2 = 4;

  private FloorPlates() {}

  /**
   * A level's plates.
   *
   * @param gapM from the top of the walls below to the level's floor
   */
  static List<Slab> under(List<Wall> walls, List<Room> rooms, double gapM) {
    double thicknessM = gapM - BELOW_FLOOR_M;
    if (thicknessM < BELOW_FLOOR_M || walls.isEmpty()) {
      return List.of();
    }
    var areas = new ArrayList<Polygon>();
    walls.forEach(wall -> areas.add(polygon(wall.footprint())));
    rooms.forEach(room -> areas.add(polygon(room.outline())));
    var joined = Polygons.grown(Polygons.grown(Polygons.union(areas), CLOSING_M), -CLOSING_M);
    var filled = new ArrayList<Polygon>();
    for (var part : Polygons.parts(joined)) {
      filled.add(Polygons.FACTORY.createPolygon(part.getExteriorRing().getCoordinates()));
    }
    var evidence =
        new Evidence(
            walls.getFirst().evidence().layer(), List.of(), 0.6, "between levels over each other");
    return Polygons.parts(Polygons.cleaned(Polygons.union(filled))).stream()
        .filter(part -> part.getArea() >= SMALLEST_M2)
        .map(part -> new Slab(outline(part.getExteriorRing()), 0, thicknessM, evidence))
        .toList();
  }

  /** The level with plates under it. */
  static Level under(Level level, double gapM) {
    var slabs = new ArrayList<>(level.slabs());
    slabs.addAll(under(level.walls(), level.rooms(), gapM));
    return new Level(
        level.label(),
        level.elevationM(),
        level.heightM(),
        level.view(),
        level.shift(),
        level.walls(),
        level.openings(),
        level.rooms(),
        slabs,
        level.columns(),
        level.stairs());
  }

  private static Polygon polygon(Polygon2 region) {
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

  private static Polygon2 outline(LinearRing ring) {
    var points = new ArrayList<Vec2>();
    var coordinates = ring.getCoordinates();
    for (int i = 0; i + 1 < coordinates.length; i++) {
      points.add(new Vec2(coordinates[i].x, coordinates[i].y));
    }
    return new Polygon2(Polygon2.signedArea(points) < 0 ? points.reversed() : points);
  }
}
