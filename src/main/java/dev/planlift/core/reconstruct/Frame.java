package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The frame the geometry is done in: metres, near zero, so that drawings in national grids lose
 * nothing to rounding.
 *
 * @param metresPerUnit from source units
 * @param origin of this frame in plan coordinates, metres
 */
record Frame(double metresPerUnit, Vec2 origin) {
  Coordinate local(Vec3 source) {
    return new Coordinate(
        source.x() * metresPerUnit - origin.x(), source.y() * metresPerUnit - origin.y());
  }

  Vec2 plan(Coordinate local) {
    return new Vec2(local.x + origin.x(), local.y + origin.y());
  }

  /** A box in plan coordinates, at the height of the ground. */
  Box plan(Envelope box) {
    var min = plan(new Coordinate(box.getMinX(), box.getMinY()));
    var max = plan(new Coordinate(box.getMaxX(), box.getMaxY()));
    return new Box(new Vec3(min.x(), min.y(), 0), new Vec3(max.x(), max.y(), 0));
  }

  /** The same frame for what is to be shown so many metres off from where it is drawn. */
  Frame shifted(Vec2 by) {
    return new Frame(metresPerUnit, origin.plus(by));
  }

  /** A local polygon in plan coordinates: shell counter-clockwise, holes clockwise. */
  Polygon2 plan(Polygon polygon) {
    var holes = new ArrayList<List<Vec2>>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(ring(polygon.getInteriorRingN(i), false));
    }
    return new Polygon2(ring(polygon.getExteriorRing(), true), holes);
  }

  private List<Vec2> ring(LinearRing ring, boolean counterClockwise) {
    var points = new ArrayList<Vec2>();
    var coordinates = ring.getCoordinates();
    for (int i = 0; i < coordinates.length - 1; i++) {
      points.add(plan(coordinates[i]));
    }
    boolean reversed = Orientation.isCCW(coordinates) != counterClockwise;
    return reversed ? points.reversed() : points;
  }
}
