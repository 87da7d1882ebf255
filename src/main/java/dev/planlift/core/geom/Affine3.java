package dev.planlift.core.geom;

/**
 * An affine map of space, by the images of its axes and of its origin: {@code p ↦ xAxis·p.x +
 * yAxis·p.y + zAxis·p.z + origin}.
 */
public record Affine3(Vec3 xAxis, Vec3 yAxis, Vec3 zAxis, Vec3 origin) {
  public static final Affine3 IDENTITY = new Affine3(Vec3.X, Vec3.Y, Vec3.Z, Vec3.ZERO);

  public static Affine3 translation(Vec3 by) {
    return new Affine3(Vec3.X, Vec3.Y, Vec3.Z, by);
  }

  public static Affine3 scale(double sx, double sy, double sz) {
    return new Affine3(new Vec3(sx, 0, 0), new Vec3(0, sy, 0), new Vec3(0, 0, sz), Vec3.ZERO);
  }

  /** A turn about the z axis, radians counter-clockwise. */
  public static Affine3 rotationZ(double angleRad) {
    double c = Math.cos(angleRad);
    double s = Math.sin(angleRad);
    return new Affine3(new Vec3(c, s, 0), new Vec3(-s, c, 0), Vec3.Z, Vec3.ZERO);
  }

  /** The image of a point. */
  public Vec3 apply(Vec3 p) {
    return direction(p).plus(origin);
  }

  /** The image of a direction: without the translation. */
  public Vec3 direction(Vec3 d) {
    return xAxis.times(d.x()).plus(yAxis.times(d.y())).plus(zAxis.times(d.z()));
  }

  /** The map that applies {@code first}, then this. */
  public Affine3 after(Affine3 first) {
    return new Affine3(
        direction(first.xAxis),
        direction(first.yAxis),
        direction(first.zAxis),
        apply(first.origin));
  }

  /** Negative where the map mirrors. */
  public double determinant() {
    return xAxis.dot(yAxis.cross(zAxis));
  }

  /** The map that leads back; not finite where this one flattens space. */
  public Affine3 inverse() {
    double d = 1 / determinant();
    // The rows of the inverse are the axes' cross products over the determinant.
    var r0 = yAxis.cross(zAxis).times(d);
    var r1 = zAxis.cross(xAxis).times(d);
    var r2 = xAxis.cross(yAxis).times(d);
    var turn =
        new Affine3(
            new Vec3(r0.x(), r1.x(), r2.x()),
            new Vec3(r0.y(), r1.y(), r2.y()),
            new Vec3(r0.z(), r1.z(), r2.z()),
            Vec3.ZERO);
    return new Affine3(turn.xAxis, turn.yAxis, turn.zAxis, turn.direction(origin).times(-1));
  }

  /** By how much areas in the plan grow, as a length factor: √|det| of the map's xy part. */
  public double planScale() {
    return Math.sqrt(Math.abs(xAxis.xy().cross(yAxis.xy())));
  }

  public boolean isFinite() {
    return xAxis.isFinite() && yAxis.isFinite() && zAxis.isFinite() && origin.isFinite();
  }
}
