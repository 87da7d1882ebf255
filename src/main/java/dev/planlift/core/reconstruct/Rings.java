package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;

/** Small geometry of rings and rays. */
final class Rings {
  private static final double STRAIGHT_M = 5e-4;

  private Rings() {}

  /** A ring's corners, the first not repeated, without those that lie on a straight edge. */
  static List<Coordinate> withoutStraightVertices(LinearRing ring) {
    var all = ring.getCoordinates();
    int n = all.length - 1;
    var corners = new ArrayList<Coordinate>();
    for (int i = 0; i < n; i++) {
      var before = corners.isEmpty() ? all[(i + n - 1) % n] : corners.getLast();
      if (Distance.pointToSegment(all[i], before, all[(i + 1) % n]) > STRAIGHT_M) {
        corners.add(all[i]);
      }
    }
    return corners.size() < 3 ? List.of(all).subList(0, n) : corners;
  }

  /**
   * How far along a ray a segment is met; negative behind it, infinite where it is not met.
   *
   * @param direction length one
   */
  static double distanceAlong(Coordinate from, Coordinate direction, Coordinate a, Coordinate b) {
    double sa = direction.x * (a.y - from.y) - direction.y * (a.x - from.x);
    double sb = direction.x * (b.y - from.y) - direction.y * (b.x - from.x);
    if (sa == sb || sa * sb > 0) {
      return Double.POSITIVE_INFINITY;
    }
    double t = sa / (sa - sb);
    double x = a.x + t * (b.x - a.x) - from.x;
    double y = a.y + t * (b.y - a.y) - from.y;
    return x * direction.x + y * direction.y;
  }
}
