package dev.planlift.core.geom;

/** An axis-parallel box; {@link #EMPTY} holds nothing. */
public record Box(Vec3 min, Vec3 max) {
  public static final Box EMPTY =
      new Box(
          new Vec3(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
          new Vec3(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));

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
