package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.hprtree.HPRtree;

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

  private static final double ROUGHLY_FACING = FACING * FACING - 1e-6;

  /** Ends of the faces of one wall are off each other along it by no more. */
  private static final double MIN_ALONG_M = 0.05;

  private static final double ALONG_OF_ACROSS = 0.3;

  private final List<LineWork.Line> lines;
  private final double thickest;
  private final LineIndex index;
  private final Map<Node, List<LineWork.Line>> ends = new HashMap<>();

  /** A point of the grid that lines are noded on. */
  private record Node(long x, long y) {
    // A record's own keeps near points near: on a grid, thousands would crowd one place.
    @Override
    public int hashCode() {
      return (int) CellNumbers.mixed(CellNumbers.mixed(x) + y);
    }
  }

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
  private static Node key(Coordinate at) {
    return new Node(
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
    var others = new HPRtree();
    loose.forEach(end -> others.insert(new Envelope(end.at, ahead(end.at, end.outward)), end));
    for (var end : loose) {
      // Of two loose ends each is the other's, mostly: one cap is enough.
      var best = facing(end, others);
      var cap = best == null ? held(end) : end.at.compareTo(best.at) < 0 ? best.at : null;
      if (cap != null) {
        mended.add(new LineWork.Line(end.at, cap, end.line.item()));
      }
    }
  }

  /** The nearest loose end that a cap may lead to. */
  private @Nullable End facing(End end, HPRtree others) {
    var best = new Nearest<End>(thickest);
    others.query(
        capsOf(end),
        item -> {
          var other = (End) item;
          best.offer(capLength(end, other.at, other.outward), other);
        });
    return best.found;
  }

  /** The nearest end that would be capped, if something else did not hold it: a leaf, a frame. */
  private @Nullable Coordinate held(End end) {
    var best = new Nearest<Coordinate>(thickest);
    index.visit(
        capsOf(end),
        line -> {
          if (mayFace(end, line)) {
            var u = line.direction();
            double length = line.length();
            double atA = capLength(end, line.a(), new Coordinate(-u.x, -u.y));
            best.offer(atA < length ? atA : Double.POSITIVE_INFINITY, line.a());
            double atB = capLength(end, line.b(), u);
            best.offer(atB < length ? atB : Double.POSITIVE_INFINITY, line.b());
          }
        });
    return best.found;
  }

  /** The first of the nearest. */
  private static final class Nearest<T> {
    private double distance;
    private @Nullable T found;

    Nearest(double within) {
      distance = within;
    }

    void offer(double at, T one) {
      if (at < distance) {
        distance = at;
        found = one;
      }
    }
  }

  /** The box within which the other ends of all caps from an end lie. */
  private Envelope capsOf(End end) {
    double along = Math.max(MIN_ALONG_M, ALONG_OF_ACROSS * thickest);
    double ox = Math.abs(end.outward.x);
    double oy = Math.abs(end.outward.y);
    var box = new Envelope(end.at);
    box.expandBy(
        ox * along + oy * thickest + SAME_POINT_M, oy * along + ox * thickest + SAME_POINT_M);
    return box;
  }

  /** Whether a line may run as a cap wants it: a first look without roots. */
  private static boolean mayFace(End end, LineWork.Line line) {
    double dx = line.b().x - line.a().x;
    double dy = line.b().y - line.a().y;
    double dot = dx * end.outward.x + dy * end.outward.y;
    return dot * dot > ROUGHLY_FACING * (dx * dx + dy * dy);
  }

  /** How long a cap between two ends would be; infinite where they do not end one wall. */
  private static double capLength(End a, Coordinate at, Coordinate outward) {
    if (a.outward.x * outward.x + a.outward.y * outward.y <= FACING) {
      return Double.POSITIVE_INFINITY;
    }
    double dx = at.x - a.at.x;
    double dy = at.y - a.at.y;
    double along = Math.abs(dx * a.outward.x + dy * a.outward.y);
    double across = Math.abs(dx * a.outward.y - dy * a.outward.x);
    boolean cap =
        across >= Sizes.MIN_WALL_M && along < Math.max(MIN_ALONG_M, ALONG_OF_ACROSS * across);
    return cap ? across : Double.POSITIVE_INFINITY;
  }
}
