package dev.planlift.core.gltf;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * From the drawing's frame (metres, z up) to the file's (metres from an origin, Y up): x → X, y →
 * −Z, z → Y. The one place that knows the turn.
 *
 * @param origin what is subtracted, in the drawing's frame
 */
record Frame(Vec3 origin) {
  /** A direction, turned. */
  static Vec3 turned(Vec3 d) {
    return new Vec3(d.x() + 0.0, d.z() + 0.0, 0.0 - d.y());
  }

  /** A direction in the file's axes, turned back. */
  static Vec3 turnedBack(Vec3 d) {
    return new Vec3(d.x() + 0.0, 0.0 - d.z(), d.y() + 0.0);
  }

  /** A point in the drawing's frame to the file's. */
  Vec3 toFile(Vec3 p) {
    return turned(p.minus(origin));
  }

  /** A point in the file's frame to the drawing's. */
  Vec3 toDrawing(Vec3 p) {
    return turnedBack(p).plus(origin);
  }

  /**
   * A placement as a glTF matrix, 16 numbers column by column.
   *
   * @param moved whether the placement's origin is a point in the drawing's frame, not in that of a
   *     placed parent
   */
  List<Double> matrix(Affine3 placement, boolean moved) {
    var x = turned(placement.xAxis());
    var y = turned(placement.zAxis());
    var z = turned(placement.yAxis().times(-1));
    var at = moved ? toFile(placement.origin()) : turned(placement.origin());
    return List.of(
        x.x(), x.y(), x.z(), 0.0, y.x(), y.y(), y.z(), 0.0, z.x(), z.y(), z.z(), 0.0, at.x(),
        at.y(), at.z(), 1.0);
  }
}
