package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.MeasuredDimension.Kind;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;

/**
 * The points that define a dimension while they are read, groups 10 to 16. The middle of the text
 * (11), the insertion (12) and the arc's point (16) are in OCS, the others in world coordinates.
 */
final class DimensionPoints {
  private static final int COUNT = 7;

  private final double[] xyz = new double[3 * COUNT];
  double turnDegrees;
  double leanDegrees;

  void take(int code, TagReader tag) {
    int which = code % 10;
    int axis = code / 10 - 1;
    if (which < COUNT && axis >= 0 && axis < 3) {
      xyz[3 * which + axis] = tag.number();
    }
  }

  private Vec3 get(int code) {
    int at = 3 * (code - 10);
    return new Vec3(xyz[at], xyz[at + 1], xyz[at + 2]);
  }

  Vec3 insertion() {
    return get(12);
  }

  Vec3 textMiddle() {
    return get(11);
  }

  /** The first measured point. */
  Vec3 from(Kind kind) {
    return switch (kind) {
      case RADIUS, DIAMETER, ORDINATE -> get(10);
      default -> get(13);
    };
  }

  /** The second measured point. */
  Vec3 to(Kind kind) {
    return switch (kind) {
      case RADIUS, DIAMETER -> get(15);
      case ORDINATE -> get(13);
      default -> get(14);
    };
  }

  /** The same in the plane in which the dimension lies. */
  DimensionPlane in(Ocs ocs, Kind kind, DimensionPlane.Form form) {
    return new DimensionPlane(
        kind,
        form,
        flat(get(10), ocs),
        flat(get(13), ocs),
        flat(get(14), ocs),
        flat(get(15), ocs),
        get(16).xy(),
        Math.toRadians(turnDegrees),
        Math.toRadians(leanDegrees),
        get(10).dot(ocs.z()));
  }

  private static Vec2 flat(Vec3 p, Ocs ocs) {
    return new Vec2(p.dot(ocs.x()), p.dot(ocs.y()));
  }
}
