package dev.planlift.core.solid;

import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * A look at a plane along that axis which it faces most: coordinates are copied, never turned, so
 * what is level stays exactly what it was.
 *
 * @param axis looked along: 0 for x, 1 for y, 2 for z
 * @param fromBehind from the negative end of the axis
 */
record PlaneView(int axis, boolean fromBehind) {
  /**
   * The view of outlines in one plane, from where their thickness points to; of those without
   * thickness from above (from the positive end of the axis).
   */
  static PlaneView of(List<Polyline> outlines, Vec3 thickness) {
    var normal = Vec3.ZERO;
    for (var outline : outlines) {
      var own = normal(outline);
      normal = own.length() > normal.length() ? own : normal;
    }
    double x = Math.abs(normal.x());
    double y = Math.abs(normal.y());
    double z = Math.abs(normal.z());
    int axis = z >= x && z >= y ? 2 : x >= y ? 0 : 1;
    double along = axis == 2 ? thickness.z() : axis == 0 ? thickness.x() : thickness.y();
    return new PlaneView(axis, along < 0);
  }

  /** Newell's method: as long as twice the area. */
  private static Vec3 normal(Polyline outline) {
    var sum = Vec3.ZERO;
    var first = outline.vertex(0);
    for (int i = 1; i + 1 < outline.size(); i++) {
      var a = outline.vertex(i).minus(first);
      sum = sum.plus(a.cross(outline.vertex(i + 1).minus(first)));
    }
    return sum;
  }

  Vec2 see(Vec3 p) {
    double right = axis == 2 ? p.x() : axis == 0 ? p.y() : p.z();
    double up = axis == 2 ? p.y() : axis == 0 ? p.z() : p.x();
    return new Vec2(fromBehind ? -right : right, up);
  }

  /** Of a ring of any number of points, reckoned from its first one: far from zero it is exact. */
  static double signedArea(List<Vec2> ring) {
    if (ring.size() < 3) {
      return 0;
    }
    var first = ring.getFirst();
    return Polygon2.signedArea(ring.stream().map(p -> p.minus(first)).toList());
  }
}
