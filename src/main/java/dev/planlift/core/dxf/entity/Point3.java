package dev.planlift.core.dxf.entity;

import dev.planlift.core.geom.Vec3;

/** A point that is read coordinate by coordinate: codes n, n + 10 and n + 20. */
final class Point3 {
  double x;
  double y;
  double z;

  Vec3 toVec3() {
    return new Vec3(x, y, z);
  }
}
