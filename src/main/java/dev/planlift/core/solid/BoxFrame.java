package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;

/**
 * A turned place in the plan in which boxes are made: u along {@code angleRad}, v across to its
 * left, heights absolute.
 */
record BoxFrame(Vec2 center, double angleRad) {
  Vec2 at(double u, double v) {
    var along = Vec2.ofAngle(angleRad);
    return center.plus(along.times(u)).plus(along.perpendicular().times(v));
  }

  /** A closed box; nothing where it has no extent. */
  void box(MeshBuilder mesh, double u0, double u1, double v0, double v1, double z0, double z1) {
    if (!(u1 > u0 && v1 > v0 && z1 > z0)) {
      return;
    }
    Vec2[] ring = {at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)};
    mesh.quad(up(ring[0], z1), up(ring[1], z1), up(ring[2], z1), up(ring[3], z1));
    mesh.quad(up(ring[3], z0), up(ring[2], z0), up(ring[1], z0), up(ring[0], z0));
    for (int i = 0; i < 4; i++) {
      var a = ring[i];
      var b = ring[(i + 1) % 4];
      mesh.quad(up(a, z0), up(b, z0), up(b, z1), up(a, z1));
    }
  }

  private static Vec3 up(Vec2 p, double z) {
    return new Vec3(p.x(), p.y(), z);
  }
}
