package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import java.util.Arrays;
import java.util.Optional;

/**
 * The control points, knots and weights of a B-spline while they are read. What does not fit
 * together is put right as far as the control points allow.
 */
final class CurveControls {
  /** CAD programs stop at 11 or 25; de Boor's algorithm is quadratic in it. */
  private static final int MAX_DEGREE = 25;

  final Doubles knots = new Doubles();
  final Doubles weights = new Doubles();
  private final VertexRow controls = new VertexRow();
  int degree = 3;
  private String repair = "";

  /** Takes a coordinate by its axis; x begins a point. */
  void coordinate(int axis, double value) {
    if (axis == 0) {
      controls.x(value);
    } else {
      controls.set(axis, value);
    }
  }

  boolean isEmpty() {
    return controls.size() == 0;
  }

  /** Whether more control points were given than are kept. */
  boolean isThinned() {
    return controls.isThinned();
  }

  /** What {@link #nurbs} had to put right, in words; empty where nothing. */
  String repair() {
    return repair;
  }

  /** The curve; empty where there are not even two control points. */
  Optional<Segment.Nurbs> nurbs() {
    var xyz = controls.toArray();
    int n = xyz.length / 3;
    if (n < 2) {
      return Optional.empty();
    }
    int p = Math.clamp(degree < 1 ? 3 : degree, 1, Math.min(MAX_DEGREE, n - 1));
    if (p != degree) {
      repair = "degree";
    }
    return Optional.of(new Segment.Nurbs(p, knots(n, p), xyz, weights(n)));
  }

  private double[] weights(int n) {
    var own = weights.toArray();
    boolean good = own.length == n;
    for (double weight : own) {
      good &= weight > 0;
    }
    if (!good && own.length > 0) {
      repair = "weights";
    }
    return good ? own : ones(n);
  }

  /** Programs of another tradition leave out the first and the last knot. */
  private double[] knots(int n, int p) {
    var own = knots.toArray();
    if (own.length == n + p - 1) {
      var longer = new double[n + p + 1];
      System.arraycopy(own, 0, longer, 1, own.length);
      longer[0] = own[0];
      longer[n + p] = own[own.length - 1];
      own = longer;
    }
    boolean good = own.length == n + p + 1;
    for (int i = 1; i < own.length; i++) {
      good &= own[i] >= own[i - 1];
    }
    if (good && own[p] < own[n]) {
      return own;
    }
    if (own.length > 0) {
      repair = "knots";
    }
    return clamped(n, p);
  }

  private static double[] ones(int n) {
    var ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Even knots that make the curve begin and end at its first and last control point. */
  private static double[] clamped(int n, int p) {
    var even = new double[n + p + 1];
    for (int i = 0; i < even.length; i++) {
      even[i] = Math.clamp((long) i - p, 0, n - p);
    }
    return even;
  }

  /**
   * The B-spline over a frame of points with even knots.
   *
   * @param xyz 3 × n coordinates, n ≥ 2
   * @param wanted its degree; less where there are too few points
   * @param closed runs around, without beginning or end
   */
  static Segment.Nurbs uniform(double[] xyz, int wanted, boolean closed) {
    int n = xyz.length / 3;
    int p = Math.min(wanted, n - 1);
    if (!closed) {
      return new Segment.Nurbs(p, clamped(n, p), xyz, ones(n));
    }
    var around = Arrays.copyOf(xyz, 3 * (n + p));
    System.arraycopy(xyz, 0, around, 3 * n, 3 * p);
    var even = new double[n + 2 * p + 1];
    Arrays.setAll(even, i -> i);
    return new Segment.Nurbs(p, even, around, ones(n + p));
  }
}
