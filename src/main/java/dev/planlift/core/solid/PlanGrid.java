package dev.planlift.core.solid;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Tolerance;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The grid on which solids are made: whole steps of {@link Tolerance#GRID_M} from an origin near
 * the building, so that points far from zero are as exact as near ones and equal points are equal
 * numbers. JTS geometries here are in steps.
 *
 * @param origin whole metres
 */
record PlanGrid(Vec2 origin) {
  static final PrecisionModel WHOLE_STEPS = new PrecisionModel(1);

  /** Not tied to the grid: repairs and buffers fail more often on whole numbers. */
  static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Grid points nearer than this are one. */
  static final double SAME_POINT_STEPS = Tolerance.SAME_POINT_M / Tolerance.GRID_M;

  private static final double STEPS_A_METRE = Math.rint(1 / Tolerance.GRID_M);

  /** A grid whose origin is near a point. */
  static PlanGrid near(Vec2 p) {
    return new PlanGrid(new Vec2(Math.rint(p.x()), Math.rint(p.y())));
  }

  /** A length in whole steps. */
  static long steps(double lengthM) {
    return Math.round(lengthM * STEPS_A_METRE);
  }

  Coordinate toGrid(Vec2 p) {
    return new Coordinate(
        Math.rint((p.x() - origin.x()) * STEPS_A_METRE),
        Math.rint((p.y() - origin.y()) * STEPS_A_METRE));
  }

  /** A grid point at a height, in metres in the drawing's frame. */
  Vec3 fromGrid(Coordinate p, long zSteps) {
    return new Vec3(
        origin.x() + p.x / STEPS_A_METRE, origin.y() + p.y / STEPS_A_METRE, zSteps / STEPS_A_METRE);
  }

  /**
   * The region on the grid, without its finest wiggles: vertices within {@link
   * Tolerance#SAME_POINT_M} of a straight edge are left out. May be invalid by that, or empty.
   */
  Polygon toGrid(Polygon2 region) {
    var shell = ring(region.shell());
    if (shell.isEmpty()) {
      return GEOMETRY.createPolygon();
    }
    var holes =
        region.holes().stream()
            .map(this::ring)
            .filter(hole -> !hole.isEmpty())
            .toArray(LinearRing[]::new);
    return GEOMETRY.createPolygon(shell, holes);
  }

  private LinearRing ring(List<Vec2> points) {
    var ring = new Coordinate[points.size() + 1];
    for (int i = 0; i < points.size(); i++) {
      ring[i] = toGrid(points.get(i));
    }
    ring[points.size()] = ring[0].copy();
    var simple =
        DouglasPeuckerSimplifier.simplify(GEOMETRY.createLineString(ring), SAME_POINT_STEPS)
            .getCoordinates();
    return simple.length < 4 ? GEOMETRY.createLinearRing() : GEOMETRY.createLinearRing(simple);
  }
}
