package dev.planlift.core.solid;

import earcut4j.Earcut;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.triangulate.polygon.ConstrainedDelaunayTriangulator;

/**
 * Polygons to triangles. Every vertex of the polygon is used, also one in the middle of a straight
 * edge (ear clippers made for drawing drop these, and the solid around is no longer closed), and no
 * triangle is flat.
 */
final class Triangulation {
  private Triangulation() {}

  /** Corners counter-clockwise. */
  record Triangle(Coordinate a, Coordinate b, Coordinate c) {}

  /** The triangles of a polygon or several; invalid ones are put right first. */
  static List<Triangle> of(Geometry region) {
    var valid = region.isValid() ? region : GeometryFixer.fix(region);
    var triangles = new ArrayList<Triangle>();
    for (int i = 0; i < valid.getNumGeometries(); i++) {
      if (valid.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        add(polygon, triangles);
      }
    }
    return triangles;
  }

  private static void add(Polygon polygon, List<Triangle> triangles) {
    try {
      for (var tri : new ConstrainedDelaunayTriangulator(polygon).getTriangles()) {
        add(tri.getCoordinate(0), tri.getCoordinate(1), tri.getCoordinate(2), triangles);
      }
    } catch (IllegalStateException e) {
      // Seen once in some thousand random polygons with holes that touch their shell: "Unable to
      // find a convex corner". Drawn it can be all the same, with fewer promises.
      addByEarcut(polygon, triangles);
    }
  }

  private static void addByEarcut(Polygon polygon, List<Triangle> triangles) {
    var points = new ArrayList<>(open(polygon.getExteriorRing()));
    var starts = new int[polygon.getNumInteriorRing()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = points.size();
      points.addAll(open(polygon.getInteriorRingN(i)));
    }
    var flat = points.stream().flatMapToDouble(p -> DoubleStream.of(p.x, p.y)).toArray();
    var corners = Earcut.earcut(flat, starts, 2);
    for (int i = 0; i + 2 < corners.size(); i += 3) {
      add(
          points.get(corners.get(i)),
          points.get(corners.get(i + 1)),
          points.get(corners.get(i + 2)),
          triangles);
    }
  }

  private static List<Coordinate> open(LinearRing ring) {
    return List.of(ring.getCoordinates()).subList(0, ring.getNumPoints() - 1);
  }

  private static void add(Coordinate a, Coordinate b, Coordinate c, List<Triangle> triangles) {
    int turn = Orientation.index(a, b, c);
    if (turn != Orientation.COLLINEAR) {
      triangles.add(
          turn == Orientation.COUNTERCLOCKWISE ? new Triangle(a, b, c) : new Triangle(a, c, b));
    }
  }
}
