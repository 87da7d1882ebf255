package dev.planlift.core.geom;

import java.util.List;

/** An axis-parallel box; {@link #EMPTY} holds nothing. */
public record Box(Vec3 min, Vec3 max) {
  public static final Box EMPTY =
      new Box(
          new Vec3(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
          new Vec3(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));

  /** The least around some points; empty where there are none. */
  public static Box around(List<Vec3> points) {
    var box = EMPTY;
    for (var point : points) {
      box = box.with(point);
    }
    return box;
  }

  /**
   * The least around some points.
   *
   * @param xyz 3 × n coordinates
   */
  public static Box around(double[] xyz) {
    var box = EMPTY;
    for (int i = 0; i + 2 < xyz.length; i += 3) {
      box = box.with(new Vec3(xyz[i], xyz[i + 1], xyz[i + 2]));
    }
    return box;
  }

  public boolean isEmpty() {
    return min.x() > max.x();
  }

  public Box with(Vec3 p) {
    return new Box(
        new Vec3(Math.min(min.x(), p.x()), Math.min(min.y(), p.y()), Math.min(min.z(), p.z())),
        new Vec3(Math.max(max.x(), p.x()), Math.max(max.y(), p.y()), Math.max(max.z(), p.z())));
  }

  public Box with(Box other) {
    return other.isEmpty() ? this : with(other.min).with(other.max);
  }

  public Vec3 size() {
    return isEmpty() ? Vec3.ZERO : max.minus(min);
  }

  public Vec3 center() {
    return isEmpty() ? Vec3.ZERO : min.plus(max).times(0.5);
  }
}
