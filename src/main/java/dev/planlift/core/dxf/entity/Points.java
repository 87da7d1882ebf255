package dev.planlift.core.dxf.entity;

import dev.planlift.core.geom.Vec3;

/** A list of points while it is read; those beyond {@link #MAX} are left out. */
final class Points {
  static final int MAX = 100_000;

  private final Doubles xyz = new Doubles();
  private boolean cut;

  /** Takes a coordinate by its axis; x begins a point. */
  void coordinate(int axis, double value) {
    if (axis == 0) {
      cut |= size() >= MAX;
    }
    if (cut) {
      return;
    }
    if (axis == 0) {
      add(new Vec3(value, 0, 0));
    } else {
      xyz.setFromLast(3 - axis, value);
    }
  }

  void add(Vec3 p) {
    xyz.add(p.x());
    xyz.add(p.y());
    xyz.add(p.z());
  }

  int size() {
    return xyz.size() / 3;
  }

  Vec3 get(int i) {
    return new Vec3(xyz.get(3 * i), xyz.get(3 * i + 1), xyz.get(3 * i + 2));
  }

  Vec3 last() {
    return get(size() - 1);
  }

  /** Whether points were left out. */
  boolean isCut() {
    return cut;
  }

  double[] toArray() {
    return xyz.toArray();
  }
}
