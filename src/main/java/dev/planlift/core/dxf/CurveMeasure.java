package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import java.util.function.DoubleFunction;

/** Lengths and bounds of paths. */
final class CurveMeasure {
  /** Points by which the bounds of a Bézier piece or a knot span are found. */
  private static final int CHORDS = 64;

  /** The first guess at a piece's length; doubled until two guesses agree. */
  private static final int FEWEST_CHORDS = 16;

  /** So many chords at most, shared out over all knot spans of a curve. */
  private static final int MOST_CHORDS = 1 << 16;

  private static final double AGREEMENT = 1e-10;

  /** Curves of more pieces than that are measured with few chords a piece: time stays bounded. */
  private static final int MANY_PIECES = 1 << 14;

  private CurveMeasure() {}

  /** The length, with the piece that closes the path; curves to 1e-8 of their size or better. */
  static double length(Path path) {
    double sum = 0;
    boolean many = path.segments().size() > MANY_PIECES;
    for (var segment : path.segments()) {
      sum +=
          many && segment instanceof Segment.CubicBezier curve
              ? roughly(t -> at(curve, t), 0, 1)
              : length(segment);
    }
    var end = path.segments().getLast().end();
    return path.closed() ? sum + end.distance(path.segments().getFirst().start()) : sum;
  }

  /** The way around corners and back to the first. */
  static double around(List<Vec3> corners) {
    double sum = 0;
    var last = corners.getLast();
    for (var corner : corners) {
      sum += corner.distance(last);
      last = corner;
    }
    return sum;
  }

  private static double length(Segment segment) {
    return switch (segment) {
      case Segment.Polyline line -> length(line);
      case Segment.EllipticArc arc -> length(arc);
      case Segment.CubicBezier curve -> length(t -> at(curve, t), 0, 1, MOST_CHORDS);
      case Segment.Nurbs curve -> length(curve);
    };
  }

  private static double length(Segment.Polyline line) {
    double sum = 0;
    for (int i = 1; i < line.size(); i++) {
      sum += line.vertex(i).distance(line.vertex(i - 1));
    }
    return sum;
  }

  private static double length(Segment.EllipticArc arc) {
    double u = arc.u().length();
    double v = arc.v().length();
    boolean circular =
        Math.abs(u - v) <= 1e-12 * u && Math.abs(arc.u().dot(arc.v())) <= 1e-12 * u * v;
    if (circular) {
      return u * Math.abs(arc.sweepRad());
    }
    int pieces = Math.max(1, (int) Math.ceil(Math.abs(arc.sweepRad()) / (Math.PI / 4)));
    double sum = 0;
    for (int i = 0; i < pieces; i++) {
      double from = arc.startRad() + arc.sweepRad() * i / pieces;
      double to = arc.startRad() + arc.sweepRad() * (i + 1) / pieces;
      sum += length(arc::at, from, to, MOST_CHORDS);
    }
    return sum;
  }

  private static double length(Segment.Nurbs curve) {
    double sum = 0;
    var knots = curve.knots();
    int most = MOST_CHORDS / knots.length;
    boolean many = knots.length > MANY_PIECES;
    for (int i = curve.degree(); i < knots.length - 1 - curve.degree(); i++) {
      if (knots[i + 1] > knots[i]) {
        sum +=
            many
                ? roughly(curve::at, knots[i], knots[i + 1])
                : length(curve::at, knots[i], knots[i + 1], most);
      }
    }
    return sum;
  }

  /**
   * Chords fall short of a smooth curve by a share of their square: Richardson's extrapolation, of
   * ever more chords until it no longer changes.
   */
  private static double length(DoubleFunction<Vec3> at, double from, double to, int most) {
    int count = 2 * FEWEST_CHORDS;
    double coarse = chords(at, from, to, FEWEST_CHORDS);
    double fine = chords(at, from, to, count);
    double length = fine + (fine - coarse) / 3;
    double change = length;
    while (Math.abs(change) > AGREEMENT * length && 2 * count <= Math.max(most, 4 * CHORDS)) {
      count *= 2;
      coarse = fine;
      fine = chords(at, from, to, count);
      double better = fine + (fine - coarse) / 3;
      change = better - length;
      length = better;
    }
    return length;
  }

  private static double roughly(DoubleFunction<Vec3> at, double from, double to) {
    double fine = chords(at, from, to, 8);
    return fine + (fine - chords(at, from, to, 4)) / 3;
  }

  private static double chords(DoubleFunction<Vec3> at, double from, double to, int count) {
    double sum = 0;
    var last = at.apply(from);
    for (int i = 1; i <= count; i++) {
      var next = at.apply(from + (to - from) * i / count);
      sum += next.distance(last);
      last = next;
    }
    return sum;
  }

  private static Vec3 at(Segment.CubicBezier c, double t) {
    double s = 1 - t;
    return c.p0()
        .times(s * s * s)
        .plus(c.p1().times(3 * s * s * t))
        .plus(c.p2().times(3 * s * t * t))
        .plus(c.p3().times(t * t * t));
  }

  /** The box around segments; that of arcs is exact, that of splines is taken from points. */
  static Box bounds(List<Segment> segments) {
    var box = Box.EMPTY;
    for (var segment : segments) {
      box = box.with(bounds(segment));
    }
    return box;
  }

  private static Box bounds(Segment segment) {
    return switch (segment) {
      case Segment.Polyline line -> line.bounds();
      case Segment.EllipticArc arc -> arc.bounds();
      case Segment.CubicBezier curve -> bounds(t -> at(curve, t), 0, 1, CHORDS);
      case Segment.Nurbs curve ->
          bounds(
              curve::at,
              curve.startParameter(),
              curve.endParameter(),
              Math.clamp(MOST_CHORDS / curve.weights().length, 2, CHORDS) * curve.weights().length);
    };
  }

  private static Box bounds(DoubleFunction<Vec3> at, double from, double to, int points) {
    var box = Box.EMPTY;
    for (int i = 0; i <= points; i++) {
      box = box.with(at.apply(from + (to - from) * i / points));
    }
    return box;
  }
}
