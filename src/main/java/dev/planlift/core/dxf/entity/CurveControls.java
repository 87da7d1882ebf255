package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import java.util.Arrays;
import java.util.Optional;

/** The control points, knots and weights of a B-spline while they are read. */
final class CurveControls {
  /** CAD programs stop at 11 or 25; de Boor's algorithm is quadratic in it. */
  private static final int MAX_DEGREE = 25;

  final Doubles knots = new Doubles();
  final Doubles weights = new Doubles();
  private final Doubles controls = new Doubles();
  int degree = 3;

  /** Takes a coordinate by its axis; x begins a point. */
  void coordinate(int axis, double value) {
    if (axis == 0) {
      controls.add(value);
      controls.add(0);
      controls.add(0);
    } else {
      controls.setFromLast(3 - axis, value);
    }
  }

  /** The curve; empty where the numbers make none. */
  Optional<Segment.Nurbs> nurbs() {
    int n = controls.size() / 3;
    if (degree < 1 || degree > MAX_DEGREE || n <= degree) {
      return Optional.empty();
    }
    var w = weights.size() == n ? weights.toArray() : ones(n);
    var k = knots.size() == n + degree + 1 ? knots.toArray() : clamped(n);
    for (double weight : w) {
      if (!(weight > 0)) {
        return Optional.empty();
      }
    }
    for (int i = 1; i < k.length; i++) {
      if (!(k[i] >= k[i - 1])) {
        return Optional.empty();
      }
    }
    boolean spans = k[degree] < k[n];
    return spans
        ? Optional.of(new Segment.Nurbs(degree, k, controls.toArray(), w))
        : Optional.empty();
  }

  private static double[] ones(int n) {
    var ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Even knots that make the curve begin and end at its first and last control point. */
  private double[] clamped(int n) {
    var even = new double[n + degree + 1];
    for (int i = 0; i < even.length; i++) {
      even[i] = Math.min(Math.max(i - degree, 0), n - degree);
    }
    return even;
  }
}
