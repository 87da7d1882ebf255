package dev.planlift.core.geom;

import org.jspecify.annotations.Nullable;

/** A point or direction in space, z up. */
public record Vec3(double x, double y, double z) {
  public static final Vec3 ZERO = new Vec3(0, 0, 0);
  public static final Vec3 X = new Vec3(1, 0, 0);
  public static final Vec3 Y = new Vec3(0, 1, 0);
  public static final Vec3 Z = new Vec3(0, 0, 1);

  public Vec3 plus(Vec3 other) {
    return new Vec3(x + other.x, y + other.y, z + other.z);
  }

  public Vec3 minus(Vec3 other) {
    return new Vec3(x - other.x, y - other.y, z - other.z);
  }

  public Vec3 times(double factor) {
    return new Vec3(x * factor, y * factor, z * factor);
  }

  public double dot(Vec3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Vec3 cross(Vec3 other) {
    return new Vec3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  public double distance(Vec3 other) {
    return minus(other).length();
  }

  /** The direction of length one, or zero for the zero vector. */
  public Vec3 normalized() {
    double length = length();
    return length == 0 ? ZERO : times(1 / length);
  }

  // As a record's own, which is slow before it is compiled: every item's thickness is compared.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Vec3 v
            && Double.compare(x, v.x) == 0
            && Double.compare(y, v.y) == 0
            && Double.compare(z, v.z) == 0);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Double.hashCode(x) + Double.hashCode(y)) + Double.hashCode(z);
  }

  /** The plan view of this. */
  public Vec2 xy() {
    return new Vec2(x, y);
  }

  public boolean isFinite() {
    return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
  }
}
