package dev.planlift.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;

/** A piece of an outline as a drafter sees it: a straight line or an arc. */
sealed interface Stroke {
  Coordinate from();

  Coordinate to();

  /** A straight one. */
  record Straight(Coordinate from, Coordinate to) implements Stroke {
    double length() {
      return from.distance(to);
    }

    Coordinate at(double along) {
      double t = along / length();
      return new Coordinate(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
    }
  }

  /** A part of a circle over the signed sweep. */
  record Curve(Round round, double startRad, double sweepRad) implements Stroke {
    @Override
    public Coordinate from() {
      return round.at(startRad);
    }

    @Override
    public Coordinate to() {
      return round.at(startRad + sweepRad);
    }

    double bulge() {
      return Math.tan(sweepRad / 4);
    }
  }

  /** A ring's strokes, in its order; chains along one of the rounds become curves. */
  static List<Stroke> of(LinearRing ring, List<Round> rounds) {
    var points = corners(ring, rounds);
    int n = points.size();
    var on = new ArrayList<Optional<Round>>();
    for (int i = 0; i < n; i++) {
      on.add(roundOf(points.get(i), points.get((i + 1) % n), rounds));
    }
    int start = 0;
    while (start < n && goesOn(on, start + n - 1, start)) {
      start++;
    }
    var strokes = new ArrayList<Stroke>();
    if (start == n) {
      var round = on.getFirst().orElseThrow();
      strokes.add(new Curve(round, round.angle(points.getFirst()), turn(points) * 2 * Math.PI));
      return strokes;
    }
    for (int i = 0; i < n; ) {
      int from = (start + i) % n;
      int count = 1;
      while (i + count < n && goesOn(on, from, from + count)) {
        count++;
      }
      var a = points.get(from);
      var b = points.get((from + count) % n);
      var next = points.get((from + 1) % n);
      var round = on.get(from);
      strokes.add(round.isEmpty() ? new Straight(a, b) : curve(round.get(), a, next, b));
      i += count;
    }
    return strokes;
  }

  private static boolean goesOn(List<Optional<Round>> on, int before, int after) {
    var round = on.get(before % on.size());
    return round.isPresent() && round.equals(on.get(after % on.size()));
  }

  private static int turn(List<Coordinate> points) {
    var closed = new ArrayList<>(points);
    closed.add(points.getFirst());
    return org.locationtech.jts.algorithm.Orientation.isCCW(closed.toArray(new Coordinate[0]))
        ? 1
        : -1;
  }

  private static Curve curve(Round round, Coordinate a, Coordinate next, Coordinate b) {
    double start = round.angle(a);
    double step = Math.IEEEremainder(round.angle(next) - start, 2 * Math.PI);
    double sweep = Math.IEEEremainder(round.angle(b) - start, 2 * Math.PI);
    if (sweep * step < 0) {
      sweep += step > 0 ? 2 * Math.PI : -2 * Math.PI;
    }
    return new Curve(round, start, sweep);
  }

  private static Optional<Round> roundOf(Coordinate a, Coordinate b, List<Round> rounds) {
    return rounds.stream()
        .filter(round -> a.distance(b) < 1.3 * round.step() * round.radius())
        .filter(round -> round.holds(a) && round.holds(b))
        .findFirst();
  }

  /** Without vertices on straight edges. */
  private static List<Coordinate> corners(LinearRing ring, List<Round> rounds) {
    var all = ring.getCoordinates();
    var points = new ArrayList<>(Arrays.asList(all).subList(0, all.length - 1));
    for (int i = 0; i < points.size() && points.size() > 3; ) {
      int n = points.size();
      var a = points.get((i + n - 1) % n);
      var p = points.get(i);
      var b = points.get((i + 1) % n);
      boolean curved = roundOf(a, p, rounds).isPresent() || roundOf(p, b, rounds).isPresent();
      double off = org.locationtech.jts.algorithm.Distance.pointToSegment(p, a, b);
      if (p.distance(a) < 1e-5 || (!curved && off < 1e-5)) {
        points.remove(i);
      } else {
        i++;
      }
    }
    return points;
  }
}
