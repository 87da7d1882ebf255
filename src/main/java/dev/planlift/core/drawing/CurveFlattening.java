package dev.planlift.core.drawing;

import dev.planlift.core.drawing.Segment.CubicBezier;
import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.drawing.Segment.Nurbs;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Vec3;
import java.util.Arrays;
import java.util.List;

/**
 * Curves to straight lines. First and last vertex are the curve's own ends; no chord lies further
 * off its curve than the tolerance, unless the vertex cap forbids it.
 */
public final class CurveFlattening {
  /** No segment becomes more vertices than this, however small the tolerance. */
  public static final int MAX_VERTICES = 2049;

  /** So that also a circle smaller than the tolerance stays recognisably round. */
  private static final double MAX_STEP_RAD = Math.PI / 4;

  private CurveFlattening() {}

  /**
   * One segment as straight lines.
   *
   * @param tolerance largest distance of a chord from its curve, in the segment's units, positive
   * @return at least two vertices, at most {@link #MAX_VERTICES}; a polyline is returned as it is
   */
  public static Polyline flatten(Segment segment, double tolerance) {
    return switch (segment) {
      case Polyline line -> line;
      case EllipticArc arc -> arc(arc, tolerance);
      case CubicBezier bezier -> bezier(bezier, tolerance);
      case Nurbs nurbs -> nurbs(nurbs, tolerance);
    };
  }

  /**
   * Connected segments as one polyline. Where one begins exactly where the one before it ends, the
   * vertex is there once.
   *
   * @param segments at least one
   */
  public static Polyline flatten(List<Segment> segments, double tolerance) {
    if (segments.size() == 1) {
      return flatten(segments.getFirst(), tolerance);
    }
    var points = new Points();
    for (var segment : segments) {
      var line = flatten(segment, tolerance);
      for (int i = 0; i < line.size(); i++) {
        var p = line.vertex(i);
        if (i > 0 || !points.endsAt(p)) {
          points.add(p);
        }
      }
    }
    return points.polyline();
  }

  /**
   * An ellipse is the affine image of the unit circle, and so is the sagitta of a chord: 1 − cos
   * (step/2) on the circle, at most that times the larger semi-axis on the ellipse.
   */
  private static Polyline arc(EllipticArc arc, double tolerance) {
    double uu = arc.u().dot(arc.u());
    double vv = arc.v().dot(arc.v());
    double radius = Math.sqrt((uu + vv + Math.hypot(uu - vv, 2 * arc.u().dot(arc.v()))) / 2);
    double sagitta = Math.min(1, tolerance / Math.max(radius, Double.MIN_NORMAL));
    double step = Math.min(MAX_STEP_RAD, 2 * Math.acos(1 - sagitta));
    int pieces = pieces(Math.abs(arc.sweepRad()) / step);
    var points = new Points();
    for (int i = 0; i <= pieces; i++) {
      points.add(arc.at(arc.startRad() + arc.sweepRad() * i / pieces));
    }
    return points.polyline();
  }

  /** Wang's bound: a cubic in n equal pieces is off by at most 6/8 · M / n², M as below. */
  private static Polyline bezier(CubicBezier b, double tolerance) {
    double m = Math.max(bend(b.p0(), b.p1(), b.p2()), bend(b.p1(), b.p2(), b.p3()));
    int pieces = pieces(Math.sqrt(0.75 * m / tolerance));
    var points = new Points();
    points.add(b.p0());
    for (int i = 1; i < pieces; i++) {
      double t = (double) i / pieces;
      double s = 1 - t;
      points.add(
          b.p0()
              .times(s * s * s)
              .plus(b.p1().times(3 * s * s * t))
              .plus(b.p2().times(3 * s * t * t))
              .plus(b.p3().times(t * t * t)));
    }
    points.add(b.p3());
    return points.polyline();
  }

  private static double bend(Vec3 a, Vec3 b, Vec3 c) {
    return a.minus(b.times(2)).plus(c).length();
  }

  /** 1 to the cap; also where the quotient is infinite or not a number. */
  private static int pieces(double wanted) {
    return wanted < MAX_VERTICES - 1 ? Math.max(1, (int) Math.ceil(wanted)) : MAX_VERTICES - 1;
  }

  /** Each span between knots is halved until its middle and quarters lie near the chord. */
  private static Polyline nurbs(Nurbs curve, double tolerance) {
    int spans = 0;
    for (int i = curve.degree(); i < curve.knots().length - 1 - curve.degree(); i++) {
      spans += curve.knots()[i + 1] > curve.knots()[i] ? 1 : 0;
    }
    int perSpan = Math.max(1, (MAX_VERTICES - 1) / Math.max(1, spans));
    int stride = Math.max(1, Math.ceilDiv(spans, MAX_VERTICES - 1));
    int depth = Math.min(8, 31 - Integer.numberOfLeadingZeros(perSpan));
    var points = new Points();
    points.add(curve.start());
    double from = curve.startParameter();
    int passed = 0;
    for (int i = curve.degree(); i < curve.knots().length - 1 - curve.degree(); i++) {
      double to = curve.knots()[i + 1];
      if (to > curve.knots()[i] && (++passed % stride == 0 || passed == spans)) {
        halve(curve, from, to, curve.at(to), depth, tolerance, points);
        from = to;
      }
    }
    if (points.count == 1) {
      points.add(curve.end());
    }
    return points.polyline();
  }

  private static void halve(
      Nurbs curve, double from, double to, Vec3 end, int depth, double tolerance, Points points) {
    double middle = (from + to) / 2;
    var start = points.last();
    var at = curve.at(middle);
    boolean straight =
        depth == 0
            || (distanceToChord(at, start, end) <= tolerance
                && distanceToChord(curve.at((from + middle) / 2), start, end) <= tolerance
                && distanceToChord(curve.at((middle + to) / 2), start, end) <= tolerance);
    if (straight) {
      points.add(end);
      return;
    }
    halve(curve, from, middle, at, depth - 1, tolerance, points);
    halve(curve, middle, to, end, depth - 1, tolerance, points);
  }

  private static double distanceToChord(Vec3 p, Vec3 a, Vec3 b) {
    var chord = b.minus(a);
    double square = chord.dot(chord);
    double t = square == 0 ? 0 : Math.clamp(p.minus(a).dot(chord) / square, 0, 1);
    return p.distance(a.plus(chord.times(t)));
  }

  /** A growing row of vertices. */
  private static final class Points {
    private double[] xyz = new double[48];
    private int count;

    void add(Vec3 p) {
      if (xyz.length < 3 * count + 3) {
        xyz = Arrays.copyOf(xyz, 2 * xyz.length);
      }
      xyz[3 * count] = p.x();
      xyz[3 * count + 1] = p.y();
      xyz[3 * count + 2] = p.z();
      count++;
    }

    Vec3 last() {
      return new Vec3(xyz[3 * count - 3], xyz[3 * count - 2], xyz[3 * count - 1]);
    }

    boolean endsAt(Vec3 p) {
      return count > 0 && last().equals(p);
    }

    Polyline polyline() {
      return new Polyline(Arrays.copyOf(xyz, 3 * count));
    }
  }
}
