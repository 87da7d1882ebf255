package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * Mends wall lines before areas are looked for. Ends that stop just short of another line are drawn
 * on a little (what overshoots bounds no area and so does no harm); where the two faces of a wall
 * both end in nothing at an opening, the missing cap between them is added.
 */
final class EndCaps {
  /** Half of the thinnest wall: further, and a line might reach the other face. */
  private static final double DRAW_ON_M = 0.02;

  /** Ends this near to each other were meant to be one point. */
  private static final double JOINT_M = 0.01;

  /** Well under the grid that lines are noded on. */
  private static final double SAME_POINT_M = 0.2 / Arrangement.GRID_PER_M;

  private static final double ANGLED = Math.sin(Math.toRadians(5));

  /** Ends that run on past each other meet at no larger angle than this. */
  private static final double ALONGSIDE = Math.sin(Math.toRadians(20));

  private static final double FACING = Math.cos(Math.toRadians(4));

  private final List<LineWork.Line> lines;
  private final double thickest;
  private final LineIndex index;
  private final Map<List<Long>, List<LineWork.Line>> ends = new HashMap<>();

  private record End(Coordinate at, Coordinate outward, LineWork.Line line) {}

  /**
   * @param thickest the thickest wall, metres
   */
  EndCaps(List<LineWork.Line> lines, double thickest) {
    this.lines = lines;
    this.thickest = thickest;
    this.index = new LineIndex(lines);
    for (var line : lines) {
      ends.computeIfAbsent(key(line.a()), at -> new ArrayList<>()).add(line);
      ends.computeIfAbsent(key(line.b()), at -> new ArrayList<>()).add(line);
    }
  }

  /** The same for points that noding will make one, and for no others. */
  private static List<Long> key(Coordinate at) {
    return List.of(
        Math.round(at.x * Arrangement.GRID_PER_M), Math.round(at.y * Arrangement.GRID_PER_M));
  }

  /** The lines drawn on where an end is loose, and the caps that were missing. */
  List<LineWork.Line> mended() {
    var mended = new ArrayList<LineWork.Line>();
    var loose = new ArrayList<End>();
    for (var line : lines) {
      var u = line.direction();
      var back = new Coordinate(-u.x, -u.y);
      boolean looseA = isLoose(line, line.a());
      boolean looseB = isLoose(line, line.b());
      mended.add(
          new LineWork.Line(
              looseA ? ahead(line.a(), back) : line.a(),
              looseB ? ahead(line.b(), u) : line.b(),
              line.item()));
      if (looseA && dangles(line, line.a(), back)) {
        loose.add(new End(line.a(), back, line));
      }
      if (looseB && dangles(line, line.b(), u)) {
        loose.add(new End(line.b(), u, line));
      }
    }
    addCaps(loose, mended);
    addJoints(loose, mended);
    return mended;
  }

  /** Joins ends that all but meet and, running the same way, would pass each other drawn on. */
  private void addJoints(List<End> loose, List<LineWork.Line> mended) {
    for (var end : loose) {
      for (var other : index.near(end.at, JOINT_M)) {
        if (sine(end.outward, other.direction()) > ALONGSIDE) {
          continue;
        }
        var at = new LineSegment(other.a(), other.b()).closestPoint(end.at);
        double gap = at.distance(end.at);
        if (!other.equals(end.line) && gap > SAME_POINT_M && gap < JOINT_M) {
          mended.add(new LineWork.Line(end.at, at, end.line.item()));
        }
      }
    }
  }

  /** Whether no other line meets this one's end at an angle. */
  private boolean isLoose(LineWork.Line line, Coordinate end) {
    var u = line.direction();
    for (var other : ends.getOrDefault(key(end), List.of())) {
      var v = other.direction();
      if (sine(u, v) > ANGLED) {
        return false;
      }
    }
    return true;
  }

  private static double sine(Coordinate u, Coordinate v) {
    return Math.abs(u.x * v.y - u.y * v.x);
  }

  private static Coordinate ahead(Coordinate at, Coordinate direction) {
    return new Coordinate(at.x + direction.x * DRAW_ON_M, at.y + direction.y * DRAW_ON_M);
  }

  private boolean dangles(LineWork.Line line, Coordinate end, Coordinate outward) {
    var on = ahead(end, outward);
    for (var other : index.near(end, DRAW_ON_M)) {
      if (!other.equals(line) && (cornersAt(end, outward, other) || meets(end, on, other))) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(Coordinate end, Coordinate on, LineWork.Line other) {
    return Distance.segmentToSegment(
            /* A= */ end, /* B= */ on, /* C= */ other.a(), /* D= */ other.b())
        < SAME_POINT_M;
  }

  /** Whether another line ends beside this end and at an angle: a corner that is not quite shut. */
  private static boolean cornersAt(Coordinate end, Coordinate outward, LineWork.Line other) {
    var v = other.direction();
    return sine(outward, v) > ANGLED
        && Math.min(end.distance(other.a()), end.distance(other.b())) < DRAW_ON_M / 2;
  }

  private void addCaps(List<End> loose, List<LineWork.Line> mended) {
    var stubs = new ArrayList<LineWork.Line>();
    var byStub = new HashMap<LineWork.Line, End>();
    for (var end : loose) {
      var stub = new LineWork.Line(end.at, ahead(end.at, end.outward), end.line.item());
      stubs.add(stub);
      byStub.put(stub, end);
    }
    var index = new LineIndex(stubs);
    for (var end : loose) {
      End best = null;
      double nearest = thickest;
      for (var stub : index.near(end.at, thickest)) {
        var other = byStub.get(stub);
        double distance = other == null || other.equals(end) ? nearest : capLength(end, other);
        if (other != null && distance < nearest) {
          nearest = distance;
          best = other;
        }
      }
      // Of two loose ends each is the other's, mostly: one cap is enough.
      var cap = best == null ? held(end) : end.at.compareTo(best.at) < 0 ? best : null;
      if (cap != null) {
        mended.add(new LineWork.Line(end.at, cap.at, end.line.item()));
      }
    }
  }

  /** The nearest end that would be capped, if something else did not hold it: a leaf, a frame. */
  private @Nullable End held(End end) {
    End best = null;
    double nearest = thickest;
    for (var line : index.near(end.at, thickest)) {
      var u = line.direction();
      for (var other :
          List.of(
              new End(line.a(), new Coordinate(-u.x, -u.y), line), new End(line.b(), u, line))) {
        double distance = capLength(end, other);
        if (distance < nearest && distance < line.length()) {
          nearest = distance;
          best = other;
        }
      }
    }
    return best;
  }

  /** How long a cap between two ends would be; infinite where they do not end one wall. */
  private static double capLength(End a, End b) {
    double dot = a.outward.x * b.outward.x + a.outward.y * b.outward.y;
    double dx = b.at.x - a.at.x;
    double dy = b.at.y - a.at.y;
    double along = Math.abs(dx * a.outward.x + dy * a.outward.y);
    double across = Math.abs(dx * a.outward.y - dy * a.outward.x);
    boolean cap =
        dot > FACING && across >= Sizes.MIN_WALL_M && along < Math.max(0.05, 0.3 * across);
    return cap ? across : Double.POSITIVE_INFINITY;
  }
}
