package dev.planlift.core.dxf.acis;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a cylinder or cone between two borders that run around its axis, as triangles.
 * Straight lines of the surface join the borders, so that flat pieces lie on it wherever the
 * borders do.
 */
final class RoundStrip {
  private static final double FULL_TURN = 2 * Math.PI;

  /** A border's points with their angles around the axis, rising. */
  @SuppressWarnings("ArrayRecordComponent") // one angle a point, never handed on
  private record Border(List<Vec3> points, double[] angles) {}

  private final Vec3 center;
  private final Vec3 axis;
  private final Vec3 across;
  private final Vec3 aside;

  private RoundStrip(Geometry cone) {
    center = cone.vector(0);
    axis = cone.vector(3).normalized();
    across = cone.vector(6).normalized();
    aside = axis.cross(across);
  }

  /** Triangles of three corners each; none where the borders are not of such a kind. */
  static List<List<Vec3>> between(List<List<Edges.Run>> loops, Geometry cone) {
    var strip = new RoundStrip(cone);
    var borders = strip.borders(loops);
    if (borders.size() != 2) {
      return List.of();
    }
    return strip.joined(strip.measured(borders.get(0)), strip.measured(borders.get(1)));
  }

  /** Two loops around the axis, or the round pieces of one loop that straight ones part. */
  private List<List<Vec3>> borders(List<List<Edges.Run>> loops) {
    var borders = new ArrayList<List<Vec3>>();
    if (loops.size() == 2) {
      for (var loop : loops) {
        if (loop.stream().anyMatch(run -> run.kind() == Edges.Kind.UNKNOWN)) {
          return List.of();
        }
        var points = new ArrayList<Vec3>();
        loop.forEach(run -> append(points, run.points()));
        borders.add(points);
      }
      return borders;
    }
    return loops.size() == 1 ? roundPieces(loops.getFirst()) : List.of();
  }

  private static List<List<Vec3>> roundPieces(List<Edges.Run> loop) {
    var borders = new ArrayList<List<Vec3>>();
    int start = 0;
    while (start < loop.size() && loop.get(start).kind() == Edges.Kind.ROUND) {
      start++;
    }
    boolean inRound = false;
    for (int i = 0; i < loop.size(); i++) {
      var run = loop.get((start + i) % loop.size());
      switch (run.kind()) {
        case UNKNOWN -> {
          return List.of();
        }
        case STRAIGHT -> inRound = false;
        case ROUND -> {
          if (!inRound) {
            borders.add(new ArrayList<>());
          }
          append(borders.getLast(), run.points());
          inRound = true;
        }
      }
    }
    if (borders.size() == 1 && start < loop.size()) {
      apex(loop, borders);
    }
    return borders;
  }

  /** A cone's face may end in its tip, where two straight edges meet. */
  private static void apex(List<Edges.Run> loop, List<List<Vec3>> borders) {
    var round = borders.getFirst();
    for (var run : loop) {
      for (var p : run.points()) {
        if (!round.contains(p)) {
          borders.add(new ArrayList<>(List.of(p)));
          return;
        }
      }
    }
  }

  private static void append(List<Vec3> points, List<Vec3> more) {
    for (var p : more) {
      if (points.isEmpty() || !points.getLast().equals(p)) {
        points.add(p);
      }
    }
  }

  /** Angles that go on from point to point, a whole turn not lost; turned round where they fall. */
  private Border measured(List<Vec3> points) {
    var angles = new double[points.size()];
    for (int i = 0; i < angles.length; i++) {
      var d = points.get(i).minus(center);
      double angle = Math.atan2(d.dot(aside), d.dot(across));
      double turns = i == 0 ? 0 : Math.rint((angles[i - 1] - angle) / FULL_TURN);
      angles[i] = angle + turns * FULL_TURN;
    }
    if (angles.length > 1 && angles[angles.length - 1] < angles[0]) {
      for (int i = 0; i < angles.length / 2; i++) {
        double swap = angles[i];
        angles[i] = angles[angles.length - 1 - i];
        angles[angles.length - 1 - i] = swap;
      }
      return new Border(points.reversed(), angles);
    }
    return new Border(points, angles);
  }

  private List<List<Vec3>> joined(Border first, Border second) {
    boolean around = isAround(first) && isAround(second);
    var a = around ? first : sameTurn(first, second);
    var b = around ? begunAt(second, first.angles[0]) : second;
    var triangles = new ArrayList<List<Vec3>>();
    int i = 0;
    int k = 0;
    while (i + 1 < a.angles.length || k + 1 < b.angles.length) {
      boolean stepA =
          k + 1 >= b.angles.length
              || (i + 1 < a.angles.length && a.angles[i + 1] <= b.angles[k + 1]);
      var p = a.points.get(i);
      var q = b.points.get(k);
      triangles.add(List.of(p, q, stepA ? a.points.get(++i) : b.points.get(++k)));
    }
    return triangles;
  }

  private static boolean isAround(Border border) {
    int n = border.angles.length;
    return n > 2 && border.angles[n - 1] - border.angles[0] > FULL_TURN - 1e-6;
  }

  /** A border whose angles differ from the other's by less than a turn. */
  private static Border sameTurn(Border border, Border other) {
    double middle = middle(border);
    double turns = Math.rint((middle(other) - middle) / FULL_TURN) * FULL_TURN;
    var angles = border.angles.clone();
    for (int i = 0; i < angles.length; i++) {
      angles[i] += turns;
    }
    return new Border(border.points, angles);
  }

  private static double middle(Border border) {
    return (border.angles[0] + border.angles[border.angles.length - 1]) / 2;
  }

  /** A closed border that begins with its point nearest an angle. */
  private static Border begunAt(Border border, double angle) {
    int n = border.angles.length - 1;
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double off = Math.abs(Math.IEEEremainder(border.angles[i] - angle, FULL_TURN));
      if (off < least) {
        least = off;
        best = i;
      }
    }
    double shift = Math.rint((angle - border.angles[best]) / FULL_TURN) * FULL_TURN;
    var points = new ArrayList<Vec3>();
    var angles = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      int from = (best + i) % n;
      points.add(border.points.get(from));
      angles[i] = border.angles[from] + shift + (best + i >= n ? FULL_TURN : 0);
    }
    return new Border(points, angles);
  }
}
