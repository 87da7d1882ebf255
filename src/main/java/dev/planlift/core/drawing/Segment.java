package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** A piece of a path; each begins where the one before it ends. */
public sealed interface Segment {
  Vec3 start();

  Vec3 end();

  Segment transformed(Affine3 by);

  /** The least box around it; of a curve with control points that of all of them. */
  Box bounds();

  /**
   * Straight lines from vertex to vertex.
   *
   * @param xyz 3 × n coordinates, n ≥ 2; owned by this record, not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // flat on purpose: plans have millions of vertices
  record Polyline(double[] xyz) implements Segment {
    public Polyline {
      if (xyz.length < 6 || xyz.length % 3 != 0) {
        throw new IllegalArgumentException("Two vertices of three coordinates at least");
      }
    }

    public static Polyline between(Vec3 a, Vec3 b) {
      return new Polyline(new double[] {a.x(), a.y(), a.z(), b.x(), b.y(), b.z()});
    }

    public int size() {
      return xyz.length / 3;
    }

    public Vec3 vertex(int i) {
      return new Vec3(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
    }

    @Override
    public Vec3 start() {
      return vertex(0);
    }

    @Override
    public Vec3 end() {
      return vertex(size() - 1);
    }

    @Override
    public Polyline transformed(Affine3 by) {
      var moved = new double[xyz.length];
      for (int i = 0; i < size(); i++) {
        var p = by.apply(vertex(i));
        moved[3 * i] = p.x();
        moved[3 * i + 1] = p.y();
        moved[3 * i + 2] = p.z();
      }
      return new Polyline(moved);
    }

    @Override
    public Box bounds() {
      return Box.around(xyz);
    }
  }

  /**
   * Part of an ellipse (a circle where {@code u} and {@code v} are equally long and at right
   * angles): {@code center + cos t · u + sin t · v} for t from {@code startRad} over {@code
   * sweepRad}. Any affine map of such an arc is one again.
   *
   * @param sweepRad in [−2π, 2π]; negative runs from v towards u
   */
  record EllipticArc(Vec3 center, Vec3 u, Vec3 v, double startRad, double sweepRad)
      implements Segment {
    public Vec3 at(double tRad) {
      return center.plus(u.times(Math.cos(tRad))).plus(v.times(Math.sin(tRad)));
    }

    @Override
    public Vec3 start() {
      return at(startRad);
    }

    @Override
    public Vec3 end() {
      return at(startRad + sweepRad);
    }

    @Override
    public EllipticArc transformed(Affine3 by) {
      return new EllipticArc(
          by.apply(center), by.direction(u), by.direction(v), startRad, sweepRad);
    }

    @Override
    public Box bounds() {
      var box = Box.EMPTY.with(start()).with(end());
      double[] turns = {
        Math.atan2(v.x(), u.x()), Math.atan2(v.y(), u.y()), Math.atan2(v.z(), u.z())
      };
      for (double turn : turns) {
        for (double t : new double[] {turn, turn + Math.PI}) {
          double way = sweepRad >= 0 ? t - startRad : startRad - t;
          if (Angle.positive(way) <= Math.abs(sweepRad)) {
            box = box.with(at(t));
          }
        }
      }
      return box;
    }
  }

  /** A cubic Bézier curve by its four control points. */
  record CubicBezier(Vec3 p0, Vec3 p1, Vec3 p2, Vec3 p3) implements Segment {
    @Override
    public Vec3 start() {
      return p0;
    }

    @Override
    public Vec3 end() {
      return p3;
    }

    @Override
    public CubicBezier transformed(Affine3 by) {
      return new CubicBezier(by.apply(p0), by.apply(p1), by.apply(p2), by.apply(p3));
    }

    @Override
    public Box bounds() {
      return Box.around(List.of(p0, p1, p2, p3));
    }
  }

  /**
   * A rational B-spline.
   *
   * @param knots n + degree + 1 ascending values for n control points
   * @param controls 3 × n coordinates
   * @param weights n positive values
   */
  @SuppressWarnings("ArrayRecordComponent") // as Polyline
  record Nurbs(int degree, double[] knots, double[] controls, double[] weights) implements Segment {
    public Nurbs {
      int n = controls.length / 3;
      if (degree < 1 || n <= degree || knots.length != n + degree + 1 || weights.length != n) {
        throw new IllegalArgumentException("Knots, controls and weights do not fit the degree");
      }
    }

    /** The point at a parameter, by de Boor's algorithm on homogeneous coordinates. */
    public Vec3 at(double t) {
      int k = span(t);
      var d = new double[degree + 1][4];
      for (int j = 0; j <= degree; j++) {
        int i = j + k - degree;
        double w = weights[i];
        d[j] =
            new double[] {controls[3 * i] * w, controls[3 * i + 1] * w, controls[3 * i + 2] * w, w};
      }
      for (int r = 1; r <= degree; r++) {
        for (int j = degree; j >= r; j--) {
          int i = j + k - degree;
          double span = knots[i + degree - r + 1] - knots[i];
          double a = span == 0 ? 0 : (t - knots[i]) / span;
          for (int c = 0; c < 4; c++) {
            d[j][c] = (1 - a) * d[j - 1][c] + a * d[j][c];
          }
        }
      }
      var p = d[degree];
      return new Vec3(p[0] / p[3], p[1] / p[3], p[2] / p[3]);
    }

    /** The last index k in degree … n − 1 with knots[k] ≤ t. */
    private int span(double t) {
      int low = degree;
      int high = weights.length - 1;
      while (low < high) {
        int middle = (low + high + 1) / 2;
        if (t >= knots[middle]) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }

    public double startParameter() {
      return knots[degree];
    }

    public double endParameter() {
      return knots[knots.length - 1 - degree];
    }

    @Override
    public Vec3 start() {
      return at(startParameter());
    }

    @Override
    public Vec3 end() {
      return at(endParameter());
    }

    @Override
    public Nurbs transformed(Affine3 by) {
      var moved = new Polyline(controls).transformed(by).xyz();
      return new Nurbs(degree, knots, moved, weights);
    }

    @Override
    public Box bounds() {
      return Box.around(controls);
    }
  }
}
