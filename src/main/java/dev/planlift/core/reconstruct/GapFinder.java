package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Angle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;

/**
 * Finds gaps: from each end of a wall, a short edge between two right corners, it looks straight on
 * to the next wall.
 */
final class GapFinder {
  /** Corners of a wall's end may be off a right angle by this. */
  private static final double SKEW = Math.sin(Math.toRadians(25));

  private static final double OVERLAP_M = 1e-3;

  /** Ends of a straight wall are off parallel by no more. */
  private static final double BENT = Math.sin(Math.toRadians(3));

  /** From one chord of a curved wall to the next it turns by less. */
  private static final double CHORDS_RAD = Math.toRadians(20);

  private static final double OFF_CURVE = 0.06;

  private static final double SAME_PLACE_M = 0.02;

  /** A wall runs along a gap where its face is no farther off. */
  private static final double BESIDE_M = 0.05;

  private static final double CLOSET_M = 0.45;

  private static final double END_SLACK = 1.2;

  private final double longestEnd;
  private final LineIndex edges;

  /** Those ends whose faces are curved. */
  private final Set<LineWork.Line> bent = new HashSet<>();

  /** The ends of walls and the direction that the wall would run on in. */
  private final Map<LineWork.Line, Coordinate> ends = new LinkedHashMap<>();

  GapFinder(Geometry walls, double thickest) {
    this.longestEnd = END_SLACK * thickest;
    var all = new ArrayList<LineWork.Line>();
    for (var part : Polygons.parts(walls)) {
      addRing(part.getExteriorRing(), false, all);
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        addRing(part.getInteriorRingN(i), true, all);
      }
    }
    edges = new LineIndex(all);
  }

  /** The edges of a ring with the wall on their left. */
  private void addRing(LinearRing ring, boolean hole, List<LineWork.Line> all) {
    var simple = Rings.corners(ring);
    boolean forward = Orientation.isCCW(ring.getCoordinates()) != hole;
    var points = forward ? simple : simple.reversed();
    int n = points.size();
    for (int i = 0; i < n; i++) {
      var edge = new LineWork.Line(points.get(i), points.get((i + 1) % n), -1);
      all.add(edge);
      var before = points.get((i + n - 1) % n);
      var after = points.get((i + 2) % n);
      if (isEnd(before, edge, after)) {
        boolean bends =
            bends(points.get((i + 2 * n - 2) % n), before, edge.a())
                && bends(edge.b(), after, points.get((i + 3) % n));
        ends.put(edge, bends ? across(edge) : outward(before, edge, after));
        if (bends) {
          bent.add(edge);
        }
      }
    }
  }

  /**
   * Along the wall's faces, which tell it better than the short end; across that where they end.
   */
  private static Coordinate outward(Coordinate before, LineWork.Line end, Coordinate after) {
    double x = end.a().x - before.x + end.b().x - after.x;
    double y = end.a().y - before.y + end.b().y - after.y;
    double length = Math.hypot(x, y);
    return length > 2 * end.length() ? new Coordinate(x / length, y / length) : across(end);
  }

  private static Coordinate across(LineWork.Line end) {
    var u = end.direction();
    return new Coordinate(u.y, -u.x);
  }

  /** Whether a face turns a little, as one chord of a curve into the next. */
  private static boolean bends(Coordinate a, Coordinate b, Coordinate c) {
    double turn = Math.abs(Angle.betweenLines(angle(a, b), angle(b, c)));
    return turn > 0 && turn < CHORDS_RAD;
  }

  private static double angle(Coordinate from, Coordinate to) {
    return Math.atan2(to.y - from.y, to.x - from.x);
  }

  private boolean isEnd(Coordinate before, LineWork.Line edge, Coordinate after) {
    double length = edge.length();
    return length >= 0.8 * Sizes.MIN_WALL_M
        && length <= longestEnd
        && turnsLeft(before, edge.a(), edge.b())
        && turnsLeft(edge.a(), edge.b(), after);
  }

  /** A left turn of about a quarter: with the wall on the left, a corner that sticks out. */
  private static boolean turnsLeft(Coordinate a, Coordinate b, Coordinate c) {
    double ux = b.x - a.x;
    double uy = b.y - a.y;
    double vx = c.x - b.x;
    double vy = c.y - b.y;
    double norm = Math.hypot(ux, uy) * Math.hypot(vx, vy);
    return norm > 0 && (ux * vy - uy * vx) / norm > 1 - SKEW;
  }

  /** Every gap once, the facing ones first found from either side. */
  List<Gap> find() {
    var gaps = new ArrayList<Gap>();
    var centers = new Quadtree();
    for (var end : ends.entrySet()) {
      var curved = bent.contains(end.getKey()) ? around(end.getKey(), end.getValue()) : null;
      var gap = curved == null ? ahead(end.getKey(), end.getValue()) : curved;
      if (gap != null && !known(gap, centers)) {
        gaps.add(gap);
        centers.insert(new Envelope(gap.center()), gap);
      }
    }
    return gaps;
  }

  private static boolean known(Gap gap, Quadtree centers) {
    var box = new Envelope(gap.center());
    box.expandBy(SAME_PLACE_M);
    for (var other : centers.query(box)) {
      if (((Gap) other).center().distance(gap.center()) < SAME_PLACE_M) {
        return true;
      }
    }
    return false;
  }

  /** To the nearest end that a curved wall would go on to. */
  private @Nullable Gap around(LineWork.Line end, Coordinate outward) {
    var from = end.middle();
    LineWork.Line nearest = null;
    for (var other : edges.near(from, Sizes.MAX_OPENING_M)) {
      var towards = ends.get(other);
      if (towards != null
          && !other.equals(end)
          && Math.abs(other.length() - end.length()) < 0.3 * end.length()
          && isOnCurve(from, outward, other.middle(), towards)
          && (nearest == null || from.distance(other.middle()) < from.distance(nearest.middle()))) {
        nearest = other;
      }
    }
    if (nearest == null) {
      return null;
    }
    var to = nearest.middle();
    double length = from.distance(to);
    var hit = cast(from, new Coordinate((to.x - from.x) / length, (to.y - from.y) / length), end);
    return hit != null && hit.edge.equals(nearest)
        ? new Gap(from, to, end.length(), true, between(end, nearest))
        : null;
  }

  /** Whether a circle through both points leaves one end straight and comes so to the other. */
  private static boolean isOnCurve(
      Coordinate from, Coordinate outward, Coordinate to, Coordinate towards) {
    double length = from.distance(to);
    double x = (to.x - from.x) / length;
    double y = (to.y - from.y) / length;
    double leaving = outward.x * y - outward.y * x;
    double coming = towards.x * y - towards.y * x;
    return length >= 0.1
        && length <= Sizes.MAX_OPENING_M
        && outward.x * x + outward.y * y > 1 - SKEW
        && towards.x * x + towards.y * y < SKEW - 1
        && Math.abs(leaving - coming) < OFF_CURVE
        && Math.abs(leaving) < SKEW;
  }

  private @Nullable Gap ahead(LineWork.Line end, Coordinate outward) {
    var middle = end.middle();
    var hit = cast(middle, outward, end);
    var hitA = cast(between(end.a(), end.b(), 0.1), outward, end);
    var hitB = cast(between(end.a(), end.b(), 0.9), outward, end);
    if (hit == null || hitA == null || hitB == null) {
      return null;
    }
    double far = Math.max(hit.distance, Math.max(hitA.distance, hitB.distance));
    double near = Math.min(hit.distance, Math.min(hitA.distance, hitB.distance));
    if (far - near > 0.1 || hit.distance < 0.1) {
      return null;
    }
    var to = moved(middle, outward, hit.distance);
    var bridgeFrom = moved(middle, outward, -OVERLAP_M);
    double length = far + 2 * OVERLAP_M;
    var center = moved(bridgeFrom, outward, length / 2);
    double angle = Math.atan2(outward.y, outward.x);
    Polygon bridge = Polygons.rectangle(center, angle, length, end.length());
    if (isBetweenWalls(center, end)) {
      return null;
    }
    boolean facing =
        ends.containsKey(hit.edge)
            && Math.abs(hit.edge.length() - end.length()) < 0.3 * end.length();
    return facing && isTurned(end, hit.edge)
        ? new Gap(middle, hit.edge.middle(), end.length(), true, between(end, hit.edge))
        : new Gap(middle, to, end.length(), facing, bridge);
  }

  /** Whether two ends are those of a wall that bends. */
  private static boolean isTurned(LineWork.Line end, LineWork.Line other) {
    var u = end.direction();
    var v = other.direction();
    return Math.abs(u.x * v.y - u.y * v.x) > BENT;
  }

  /** All between two ends, and a hair of the walls. */
  private static Polygon between(LineWork.Line end, LineWork.Line other) {
    var corners = new Coordinate[] {end.a(), end.b(), other.a(), other.b()};
    var hull = new ConvexHull(corners, Polygons.FACTORY).getConvexHull();
    return (Polygon) Polygons.grown(hull, OVERLAP_M);
  }

  /**
   * Whether walls run along both long sides of a gap, or one of a deep one: it is a closet then.
   */
  private boolean isBetweenWalls(Coordinate center, LineWork.Line end) {
    var u = end.direction();
    var left = cast(center, u, end);
    var right = cast(center, new Coordinate(-u.x, -u.y), end);
    double half = end.length() / 2 + BESIDE_M;
    boolean onLeft = left != null && left.distance < half;
    boolean onRight = right != null && right.distance < half;
    return end.length() > CLOSET_M ? onLeft || onRight : onLeft && onRight;
  }

  private static Coordinate between(Coordinate a, Coordinate b, double t) {
    return new Coordinate(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
  }

  private static Coordinate moved(Coordinate p, Coordinate direction, double by) {
    return new Coordinate(p.x + direction.x * by, p.y + direction.y * by);
  }

  private record Hit(double distance, LineWork.Line edge) {}

  /** The nearest edge ahead within the widest opening. */
  private @Nullable Hit cast(Coordinate from, Coordinate direction, LineWork.Line without) {
    var to = moved(from, direction, Sizes.MAX_OPENING_M);
    Hit nearest = null;
    for (var edge : edges.in(new Envelope(from, to))) {
      if (edge.equals(without)) {
        continue;
      }
      double distance = Rings.distanceAlong(from, direction, edge.a(), edge.b());
      if (distance > 1e-6 && (nearest == null || distance < nearest.distance)) {
        nearest = new Hit(distance, edge);
      }
    }
    return nearest != null && nearest.distance <= Sizes.MAX_OPENING_M ? nearest : null;
  }
}
