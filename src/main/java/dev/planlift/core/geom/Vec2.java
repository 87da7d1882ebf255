package dev.planlift.core.geom;

/** A point or direction in the plane. */
public record Vec2(double x, double y) {
  public static final Vec2 ZERO = new Vec2(0, 0);

  /** The unit vector at an angle from the x axis, radians counter-clockwise. */
  public static Vec2 ofAngle(double angleRad) {
    return new Vec2(Math.cos(angleRad), Math.sin(angleRad));
  }

  public Vec2 plus(Vec2 other) {
    return new Vec2(x + other.x, y + other.y);
  }

  public Vec2 minus(Vec2 other) {
    return new Vec2(x - other.x, y - other.y);
  }

  public Vec2 times(double factor) {
    return new Vec2(x * factor, y * factor);
  }

  public double dot(Vec2 other) {
    return x * other.x + y * other.y;
  }

  /** The z of the cross product: positive where {@code other} lies counter-clockwise of this. */
  public double cross(Vec2 other) {
    return x * other.y - y * other.x;
  }

  /** This turned by a quarter turn counter-clockwise. */
  public Vec2 perpendicular() {
    return new Vec2(-y, x);
  }

  public double length() {
    return Math.hypot(x, y);
  }

  public double distance(Vec2 other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The direction of length one, or zero for the zero vector. */
  public Vec2 normalized() {
    double length = length();
    return length == 0 ? ZERO : times(1 / length);
  }

  /** The angle from the x axis, radians in (−π, π]. */
  public double angleRad() {
    return Math.atan2(y, x);
  }

  public boolean isFinite() {
    return Double.isFinite(x) && Double.isFinite(y);
  }
}
