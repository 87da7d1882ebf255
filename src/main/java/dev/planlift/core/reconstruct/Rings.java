package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Small geometry of rings and rays. */
final class Rings {
  private static final double SAME_POINT_M = 1e-3;

  /** Tangent of the turn at a vertex of a straight edge: one degree. */
  private static final double STRAIGHT = Math.tan(Math.toRadians(1));

  private Rings() {}

  /**
   * A ring's corners, the first not repeated: without vertices that lie on a straight edge or all
   * but on another vertex.
   */
  static List<Coordinate> corners(LinearRing ring) {
    var apart = new ArrayList<Coordinate>();
    for (var p : ring.getCoordinates()) {
      if (apart.isEmpty() || apart.getLast().distance(p) > SAME_POINT_M) {
        apart.add(p);
      }
    }
    if (apart.size() > 1 && apart.getLast().distance(apart.getFirst()) <= SAME_POINT_M) {
      apart.removeLast();
    }
    int n = apart.size();
    var corners = new ArrayList<Coordinate>();
    for (int i = 0; i < n; i++) {
      var before = corners.isEmpty() ? apart.get((i + n - 1) % n) : corners.getLast();
      if (turns(before, apart.get(i), apart.get((i + 1) % n))) {
        corners.add(apart.get(i));
      }
    }
    return corners;
  }

  /** The shell of a polygon as x and y by turns, the first point not repeated. */
  static double[] ordinates(Polygon polygon) {
    var points = polygon.getExteriorRing().getCoordinateSequence();
    var ordinates = new double[2 * Math.max(0, points.size() - 1)];
    for (int i = 0; i < ordinates.length; i += 2) {
      ordinates[i] = points.getX(i / 2);
      ordinates[i + 1] = points.getY(i / 2);
    }
    return ordinates;
  }

  /** All edges of an area's rings, as lines of no item. */
  static List<LineWork.Line> edges(Geometry area) {
    var edges = new ArrayList<LineWork.Line>();
    for (var part : Polygons.parts(area)) {
      addEdges(part.getExteriorRing(), edges);
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        addEdges(part.getInteriorRingN(i), edges);
      }
    }
    return edges;
  }

  private static void addEdges(LinearRing ring, List<LineWork.Line> edges) {
    var points = ring.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      edges.add(new LineWork.Line(points[i - 1], points[i], -1));
    }
  }

  private static boolean turns(Coordinate a, Coordinate b, Coordinate c) {
    double cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    double dot = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
    return dot <= 0 || Math.abs(cross) > STRAIGHT * dot;
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
