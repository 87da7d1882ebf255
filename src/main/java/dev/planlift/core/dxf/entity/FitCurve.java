package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve through points, as CAD programs draw it: the cubic spline whose parameter is the chord
 * length, twice continuously differentiable; where no tangent is given its end is not curved
 * (“natural”). The same curve as ezdxf's {@code fit_points_to_cad_cv}. Linear time.
 */
final class FitCurve {
  /**
   * So many points of the other end decide how a ring is joined: their weight falls by 3.7 each.
   */
  private static final int RING_REACH = 24;

  private FitCurve() {}

  /**
   * The curve as Bézier pieces, one between each two points.
   *
   * @param xyz 3 × n coordinates
   * @param start tangent at the first point, of any length; zero where there is none
   * @param end tangent at the last point, of any length; zero where there is none
   */
  static List<Segment> through(double[] xyz, Vec3 start, Vec3 end) {
    var points = distinct(xyz);
    if (points.size() < 2) {
      return List.of();
    }
    return pieces(points, slopes(points, start.normalized(), end.normalized()), 0, points.size());
  }

  /**
   * The smooth ring through points, as Bézier pieces: the last one leads back to the first point.
   *
   * @param xyz 3 × n coordinates; the first point may be repeated at the end
   */
  static List<Segment> around(double[] xyz) {
    var points = distinct(xyz);
    if (points.size() > 1 && points.getFirst().equals(points.getLast())) {
      points.removeLast();
    }
    int n = points.size();
    if (n < 3) {
      return through(xyz, Vec3.ZERO, Vec3.ZERO);
    }
    var wound = new ArrayList<Vec3>(n + 1 + 2 * RING_REACH);
    for (int i = -RING_REACH; i <= n + RING_REACH; i++) {
      wound.add(points.get(Math.floorMod(i, n)));
    }
    return pieces(wound, slopes(wound, Vec3.ZERO, Vec3.ZERO), RING_REACH, RING_REACH + n + 1);
  }

  private static List<Vec3> distinct(double[] xyz) {
    var points = new ArrayList<Vec3>();
    for (int i = 0; i + 2 < xyz.length; i += 3) {
      var p = new Vec3(xyz[i], xyz[i + 1], xyz[i + 2]);
      if (points.isEmpty() || !p.equals(points.getLast())) {
        points.add(p);
      }
    }
    return points;
  }

  private static List<Segment> pieces(List<Vec3> points, Vec3[] slopes, int from, int to) {
    var pieces = new ArrayList<Segment>();
    for (int i = from; i + 1 < to; i++) {
      var a = points.get(i);
      var b = points.get(i + 1);
      double third = a.distance(b) / 3;
      pieces.add(
          new Segment.CubicBezier(
              a, a.plus(slopes[i].times(third)), b.minus(slopes[i + 1].times(third)), b));
    }
    return pieces;
  }

  /** The derivatives at the points: a tridiagonal system, solved by elimination. */
  private static Vec3[] slopes(List<Vec3> points, Vec3 start, Vec3 end) {
    int n = points.size();
    var above = new double[n];
    var right = new Vec3[n];
    boolean startGiven = !start.equals(Vec3.ZERO);
    above[0] = startGiven ? 0 : 0.5;
    right[0] = startGiven ? start : secant(points, 0).times(1.5);
    for (int i = 1; i < n; i++) {
      boolean last = i == n - 1;
      double before = points.get(i).distance(points.get(i - 1));
      double after = last ? 0 : points.get(i + 1).distance(points.get(i));
      double below = last ? (end.equals(Vec3.ZERO) ? 1 : 0) : after;
      double diagonal = last ? (end.equals(Vec3.ZERO) ? 2 : 1) : 2 * (before + after);
      var value =
          last
              ? (end.equals(Vec3.ZERO) ? secant(points, i - 1).times(3) : end)
              : secant(points, i - 1).times(3 * after).plus(secant(points, i).times(3 * before));
      double pivot = diagonal - below * above[i - 1];
      above[i] = last ? 0 : before / pivot;
      right[i] = value.minus(right[i - 1].times(below)).times(1 / pivot);
    }
    for (int i = n - 2; i >= 0; i--) {
      right[i] = right[i].minus(right[i + 1].times(above[i]));
    }
    return right;
  }

  private static Vec3 secant(List<Vec3> points, int i) {
    var across = points.get(i + 1).minus(points.get(i));
    return across.times(1 / across.length());
  }
}
