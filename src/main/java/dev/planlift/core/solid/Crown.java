package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.mesh.MeshPrimitive;

/** A tree or a shrub: a round crown over a stem. */
final class Crown {
  private static final int SIDES = 10;

  /** Share of the radius and of the height, from below. */
  private static final double[][] RINGS = {
    {0.55, 0.3}, {0.95, 0.45}, {1, 0.62}, {0.75, 0.85}, {0.3, 0.98}
  };

  private static final double STEM = 0.06;

  private Crown() {}

  /** Closed, its faces outward; metres. */
  static MeshPrimitive of(Vec2 center, double radiusM, double heightM) {
    var mesh = MeshBuilder.triangles();
    double low = RINGS[0][1] * heightM;
    ring(mesh, center, STEM * radiusM, 0, RINGS[0][0] * radiusM, low, true);
    for (int i = 1; i < RINGS.length; i++) {
      ring(
          mesh,
          center,
          RINGS[i - 1][0] * radiusM,
          RINGS[i - 1][1] * heightM,
          RINGS[i][0] * radiusM,
          RINGS[i][1] * heightM,
          false);
    }
    var last = RINGS[RINGS.length - 1];
    lid(mesh, center, last[0] * radiusM, last[1] * heightM, true);
    lid(mesh, center, STEM * radiusM, 0, false);
    return mesh.build();
  }

  /** Between two rings; with a stem, straight up the inner one and then out to the outer one. */
  private static void ring(
      MeshBuilder mesh, Vec2 c, double r0, double z0, double r1, double z1, boolean stem) {
    for (int i = 0; i < SIDES; i++) {
      var a = at(c, r0, i, z0);
      var b = at(c, r0, i + 1, z0);
      var d = at(c, r1, i, z1);
      var e = at(c, r1, i + 1, z1);
      if (stem) {
        var f = at(c, r0, i, z1);
        var g = at(c, r0, i + 1, z1);
        mesh.quad(a, b, g, f);
        mesh.quad(f, g, e, d);
      } else {
        mesh.quad(a, b, e, d);
      }
    }
  }

  private static void lid(MeshBuilder mesh, Vec2 c, double r, double z, boolean up) {
    var first = at(c, r, 0, z);
    for (int i = 1; i + 1 < SIDES; i++) {
      var a = at(c, r, i, z);
      var b = at(c, r, i + 1, z);
      mesh.triangle(first, up ? a : b, up ? b : a);
    }
  }

  private static Vec3 at(Vec2 c, double r, int side, double z) {
    var p = c.plus(Vec2.ofAngle(2 * Math.PI * (side % SIDES) / SIDES).times(r));
    return new Vec3(p.x(), p.y(), z);
  }
}
