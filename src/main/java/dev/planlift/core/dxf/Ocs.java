package dev.planlift.core.dxf;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;

/**
 * The object coordinate system of a planar entity. DXF Reference, “Arbitrary Axis Algorithm”.
 *
 * @param x axis in world coordinates, length one
 * @param y axis in world coordinates, length one
 * @param z the extrusion direction, length one
 */
@SuppressWarnings("ReferenceEquality") // an equal system that is not WORLD costs time, no more
public record Ocs(Vec3 x, Vec3 y, Vec3 z) {
  public static final Ocs WORLD = new Ocs(Vec3.X, Vec3.Y, Vec3.Z);

  /** The algorithm's own limit for “close to the world z axis”. */
  private static final double NEAR = 1.0 / 64;

  /** The system of an extrusion direction of any length; that of the world for a zero one. */
  public static Ocs of(Vec3 extrusion) {
    var z = extrusion.normalized();
    if (z.equals(Vec3.ZERO) || !z.isFinite() || z.equals(Vec3.Z)) {
      return WORLD;
    }
    boolean near = Math.abs(z.x()) < NEAR && Math.abs(z.y()) < NEAR;
    var x = (near ? Vec3.Y : Vec3.Z).cross(z).normalized();
    return new Ocs(x, z.cross(x).normalized(), z);
  }

  /** A point of this system in world coordinates. */
  public Vec3 toWorld(double px, double py, double pz) {
    return this == WORLD ? new Vec3(px, py, pz) : x.times(px).plus(y.times(py)).plus(z.times(pz));
  }

  public Vec3 toWorld(Vec3 p) {
    return toWorld(p.x(), p.y(), p.z());
  }

  public Affine3 asMap() {
    return this == WORLD ? Affine3.IDENTITY : new Affine3(x, y, z, Vec3.ZERO);
  }
}
