package dev.planlift.core.linework;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts a polyline into arcs, where its vertices lie on circles close enough to each other to look
 * round, and straight parts. No chord lies off its arc by more than a third of a point.
 */
final class ChordRuns {
  /** Vertices on a circle before it is believed. */
  static final int FEWEST = 5;

  private static final int MOST = 500;
  private static final double MOST_TURN_RAD = Math.toRadians(22);
  private static final double LEAST_SWEEP_RAD = Math.toRadians(12);
  private static final double OFF_PT = 0.09;
  private static final double SAGITTA_PT = 0.35;

  private ChordRuns() {}

  static List<Segment> of(Polyline line) {
    if (line.size() < FEWEST) {
      return List.of(line);
    }
    var points = new ArrayList<Vec2>(line.size());
    for (int i = 0; i < line.size(); i++) {
      points.add(line.vertex(i).xy());
    }
    var out = new ArrayList<Segment>();
    int straight = 0;
    int at = 0;
    while (at + FEWEST <= points.size()) {
      int end = bend(points, at);
      var arc = end - at + 1 >= FEWEST ? longest(points, at, end) : Optional.<Run>empty();
      if (arc.isEmpty()) {
        at++;
        continue;
      }
      if (at > straight) {
        out.add(part(line, straight, at));
      }
      out.add(arc.get().arc());
      at = arc.get().last();
      straight = at;
    }
    if (out.isEmpty()) {
      return List.of(line);
    }
    if (straight < points.size() - 1) {
      out.add(part(line, straight, points.size() - 1));
    }
    return out;
  }

  private record Run(int last, Segment.EllipticArc arc) {}

  /** The last vertex up to which the line turns softly. */
  private static int bend(List<Vec2> points, int from) {
    int last = from + 1;
    while (last + 1 < points.size() && last - from < MOST && turnsSoftly(points, last)) {
      last++;
    }
    return last;
  }

  private static boolean turnsSoftly(List<Vec2> points, int at) {
    var in = points.get(at).minus(points.get(at - 1));
    var out = points.get(at + 1).minus(points.get(at));
    double turn = Math.abs(Math.atan2(in.cross(out), in.dot(out)));
    return turn <= MOST_TURN_RAD + Rounding.turnRad(in.length(), out.length());
  }

  /** The longest run from a vertex that lies on one circle: by doubling, then by halving. */
  private static Optional<Run> longest(List<Vec2> points, int from, int most) {
    int good = from + FEWEST - 1;
    var best = fit(points, from, good);
    if (best.isEmpty()) {
      return best;
    }
    int step = most - good;
    while (step > 0) {
      int to = Math.min(most, good + step);
      var longer = to > good ? fit(points, from, to) : Optional.<Run>empty();
      if (longer.isPresent()) {
        best = longer;
        good = to;
      } else {
        step /= 2;
      }
    }
    return best.filter(run -> Math.abs(run.arc().sweepRad()) >= LEAST_SWEEP_RAD);
  }

  private static Optional<Run> fit(List<Vec2> points, int from, int to) {
    var run = points.subList(from, to + 1);
    return FittedCircle.near(run)
        .filter(circle -> run.stream().allMatch(p -> circle.holds(p, OFF_PT)))
        .filter(circle -> looksRound(circle, run))
        .map(circle -> new Run(to, circle.arc(run.getFirst(), sweep(circle, run))))
        .filter(found -> Math.abs(found.arc().sweepRad()) <= 2 * Math.PI + 1e-3);
  }

  private static boolean looksRound(FittedCircle circle, List<Vec2> run) {
    double sweep = sweep(circle, run);
    for (int i = 1; i < run.size(); i++) {
      double half = run.get(i).distance(run.get(i - 1)) / 2;
      double step = step(circle, run.get(i - 1), run.get(i));
      double sagitta = half * half / (2 * circle.radius());
      if (sagitta > SAGITTA_PT || step * sweep <= 0) {
        return false;
      }
    }
    return true;
  }

  private static double sweep(FittedCircle circle, List<Vec2> run) {
    double sweep = 0;
    for (int i = 1; i < run.size(); i++) {
      sweep += step(circle, run.get(i - 1), run.get(i));
    }
    return sweep;
  }

  private static double step(FittedCircle circle, Vec2 from, Vec2 to) {
    var a = from.minus(circle.center());
    var b = to.minus(circle.center());
    return Math.atan2(a.cross(b), a.dot(b));
  }

  private static Polyline part(Polyline line, int from, int to) {
    var xyz = new double[3 * (to - from + 1)];
    System.arraycopy(line.xyz(), 3 * from, xyz, 0, xyz.length);
    return new Polyline(xyz);
  }
}
