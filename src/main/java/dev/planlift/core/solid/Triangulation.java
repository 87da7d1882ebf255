package dev.planlift.core.solid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
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
    for (var tri : new ConstrainedDelaunayTriangulator(valid).getTriangles()) {
      var a = tri.getCoordinate(0);
      var b = tri.getCoordinate(1);
      var c = tri.getCoordinate(2);
      int turn = Orientation.index(a, b, c);
      if (turn != Orientation.COLLINEAR) {
        triangles.add(
            turn == Orientation.COUNTERCLOCKWISE ? new Triangle(a, b, c) : new Triangle(a, c, b));
      }
    }
    return triangles;
  }
}
