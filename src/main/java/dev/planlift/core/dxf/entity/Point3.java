package dev.planlift.core.dxf.entity;

import dev.planlift.core.geom.Vec3;

/** A point that is read coordinate by coordinate: codes 1n, 2n and 3n. */
final class Point3 {
  double x;
  double y;
  double z;

  /**
   * Takes one coordinate.
   *
   * @param code whose tens tell which: 1 is x, 2 is y, 3 is z
   */
  void take(int code, double value) {
    switch (code / 10) {
      case 1 -> x = value;
      case 2 -> y = value;
      default -> z = value;
    }
  }

  Vec3 toVec3() {
    return new Vec3(x, y, z);
  }
}
