package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;

/** Four corners in groups 10 to 13; a fourth that is not given is the third. */
final class Corners {
  private final double[] xyz = new double[12];
  private boolean fourth;

  void take(int code, TagReader tag) {
    int corner = code % 10;
    int axis = code / 10 - 1;
    if (corner > 3 || axis < 0 || axis > 2) {
      return;
    }
    xyz[3 * corner + axis] = tag.number();
    fourth |= corner == 3;
  }

  Vec3 get(int i) {
    int at = 3 * (i == 3 && !fourth ? 2 : i);
    return new Vec3(xyz[at], xyz[at + 1], xyz[at + 2]);
  }
}
