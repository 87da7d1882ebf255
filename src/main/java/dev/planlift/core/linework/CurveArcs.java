package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Segment.CubicBezier;
import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.List;

/**
 * Béziers and runs of short chords that lie on a circle become its arcs, and neighbouring arcs of
 * one circle one arc. PDF knows no arcs, so every one there is was given up to a plotter.
 */
final class CurveArcs implements Operation {
  /** Of a Bézier for a quarter circle a radius is wrong by less than 0.03 %. */
  private static final double BEZIER_SHARE = 5e-4;

  private static final double BEZIER_PT = 0.02;

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var out = new ArrayList<DrawingItem>(items.size());
    for (var item : items) {
      out.add(item instanceof Path path ? curved(path) : item);
    }
    return out;
  }

  private static Path curved(Path path) {
    if (path.segments().size() == 1
        && path.segments().getFirst() instanceof Polyline line
        && line.size() < ChordRuns.FEWEST) {
      return path;
    }
    var segments = new ArrayList<Segment>();
    for (var segment : path.segments()) {
      switch (segment) {
        case CubicBezier bezier -> add(segments, arc(bezier));
        case Polyline line -> ChordRuns.of(line).forEach(part -> add(segments, part));
        default -> add(segments, segment);
      }
    }
    return new Path(
        segments,
        path.closed(),
        path.stroke(),
        path.extrusion(),
        path.auxiliary(),
        path.appearance(),
        path.source());
  }

  /** Adds a segment, to the last one where both are of one circle. */
  private static void add(List<Segment> segments, Segment segment) {
    if (!segments.isEmpty()
        && segments.getLast() instanceof EllipticArc before
        && segment instanceof EllipticArc arc) {
      var whole = OneCircle.joined(before, arc);
      if (whole.isPresent()) {
        segments.set(segments.size() - 1, whole.get());
        return;
      }
    }
    segments.add(segment);
  }

  private static Segment arc(CubicBezier bezier) {
    var from = bezier.p0().xy();
    var to = bezier.p3().xy();
    var middle = at(bezier, 0.5);
    if (isStraight(bezier)) {
      return Polyline.between(bezier.p0(), bezier.p3());
    }
    return FittedCircle.through(from, middle, to)
        .filter(
            circle -> {
              double tolerance = Math.min(BEZIER_PT + BEZIER_SHARE * circle.radius(), 0.3);
              return circle.holds(at(bezier, 0.2), tolerance)
                  && circle.holds(at(bezier, 0.35), tolerance)
                  && circle.holds(at(bezier, 0.65), tolerance)
                  && circle.holds(at(bezier, 0.8), tolerance);
            })
        .<Segment>map(
            circle -> {
              double half = circle.angle(middle) - circle.angle(from);
              half -= OneCircle.FULL_RAD * Math.rint(half / OneCircle.FULL_RAD);
              return circle.arc(from, circle.sweep(from, to, 2 * half));
            })
        .orElse(bezier);
  }

  private static boolean isStraight(CubicBezier b) {
    var along = b.p3().xy().minus(b.p0().xy());
    double length = along.length();
    double one = Math.abs(b.p1().xy().minus(b.p0().xy()).cross(along));
    double other = Math.abs(b.p2().xy().minus(b.p0().xy()).cross(along));
    return length > 0 && Math.max(one, other) <= 1e-3 * length;
  }

  private static Vec2 at(CubicBezier b, double t) {
    double s = 1 - t;
    return b.p0()
        .times(s * s * s)
        .plus(b.p1().times(3 * s * s * t))
        .plus(b.p2().times(3 * s * t * t))
        .plus(b.p3().times(t * t * t))
        .xy();
  }
}
