package dev.planlift.core.dxf.acis;

import dev.planlift.core.geom.Vec3;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A whole torus, or a whole sphere as a torus without a hole.
 *
 * @param axis of the turn, length one
 * @param across at a right angle to it, length one
 * @param major from the centre to the middle of the tube; 0 for a sphere
 * @param minor of the tube; negative where the surface looks inward
 */
record Turned(Vec3 center, Vec3 axis, Vec3 across, double major, double minor) {
  private static final int AROUND = Edges.PIECES;
  private static final int TUBE = Edges.PIECES / 2;

  /** Centre, radius, a direction to the equator, the pole. */
  static Turned sphere(Geometry g) {
    return new Turned(g.vector(0), orZ(g.vector(7)), g.vector(4).normalized(), 0, g.number(3));
  }

  /** Centre, axis, radius to the tube, of the tube, a direction. */
  static Turned torus(Geometry g) {
    return new Turned(
        g.vector(0), orZ(g.vector(3)), g.vector(8).normalized(), g.number(6), g.number(7));
  }

  private static Vec3 orZ(Vec3 axis) {
    return axis.equals(Vec3.ZERO) ? Vec3.Z : axis.normalized();
  }

  /** Gives each triangle with the direction outward of its tube. */
  void triangles(BiConsumer<List<Vec3>, Vec3> to) {
    for (int i = 0; i < AROUND; i++) {
      for (int k = 0; k < TUBE; k++) {
        var a = at(i, k);
        var b = at(i + 1, k);
        var c = at(i + 1, k + 1);
        var d = at(i, k + 1);
        var away = a.plus(b).plus(c).plus(d).times(0.25).minus(tubeMiddle(i + 0.5));
        var outward = minor < 0 ? away.times(-1) : away;
        to.accept(List.of(a, b, c), outward);
        to.accept(List.of(a, c, d), outward);
      }
    }
  }

  private Vec3 radial(double turn) {
    double angle = 2 * Math.PI * turn / AROUND;
    return across.times(Math.cos(angle)).plus(axis.cross(across).times(Math.sin(angle)));
  }

  private Vec3 tubeMiddle(double turn) {
    return center.plus(radial(turn).times(major));
  }

  /** Round a sphere's half circle from pole to pole, round a torus' whole tube. */
  private Vec3 at(int turn, int step) {
    double full = major == 0 ? Math.PI : 2 * Math.PI;
    double angle = full * step / TUBE - Math.PI / 2;
    double r = Math.abs(minor);
    return tubeMiddle(turn)
        .plus(radial(turn).times(r * Math.cos(angle)))
        .plus(axis.times(r * Math.sin(angle)));
  }
}
