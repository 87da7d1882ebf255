package dev.planlift.core.dxf.entity;

/**
 * A growing row of points. Beyond {@link #MAX_VERTICES} it thins itself out: every second point
 * goes, and of those to come only every second, fourth, eighth … stays, so that the whole way of an
 * endless polyline is kept in bounded memory.
 */
final class VertexRow {
  /** No drawing by hand or by survey has more in one polyline; it is 24 MB. */
  static final int MAX_VERTICES = 1 << 20;

  private final Doubles xyz = new Doubles();
  private long given;
  private long stride = 1;
  private boolean lastStands = true;
  private final double[] last = new double[3];

  /** Begins a point; its y and z are zero until they are set. */
  void x(double x) {
    if (xyz.size() == 3 * MAX_VERTICES) {
      xyz.thin(3);
      stride *= 2;
    }
    lastStands = given % stride == 0;
    given++;
    last[0] = x;
    last[1] = 0;
    last[2] = 0;
    if (lastStands) {
      xyz.add(x);
      xyz.add(0);
      xyz.add(0);
    }
  }

  /** Sets a coordinate of the last point: 1 is y, 2 is z. */
  void set(int axis, double value) {
    if (given > 0) {
      last[axis] = value;
      if (lastStands) {
        xyz.setFromLast(3 - axis, value);
      }
    }
  }

  void add(double x, double y, double z) {
    x(x);
    set(1, y);
    set(2, z);
  }

  /** How many points there were. */
  long given() {
    return given;
  }

  boolean isThinned() {
    return stride > 1;
  }

  /** How many points are kept. */
  int size() {
    return xyz.size() / 3;
  }

  double get(int i, int axis) {
    return xyz.get(3 * i + axis);
  }

  /** 3 × n coordinates; the last point given is always among them. */
  double[] toArray() {
    if (!lastStands) {
      xyz.add(last[0]);
      xyz.add(last[1]);
      xyz.add(last[2]);
      lastStands = true;
    }
    return xyz.toArray();
  }
}
