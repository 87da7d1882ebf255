package dev.planlift.samples;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Plane polygons of designs. */
final class Shapes {
  static final GeometryFactory FACTORY = new GeometryFactory();

  /** JTS gives parts in an order that may change from run to run. */
  static final Comparator<Polygon> BY_PLACE =
      Comparator.<Polygon>comparingDouble(part -> Math.rint(part.getCentroid().getX() * 100))
          .thenComparingDouble(part -> Math.rint(part.getCentroid().getY() * 100))
          .thenComparing((a, b) -> a.compareTo(b));

  private Shapes() {}

  static List<Polygon> parts(Geometry area) {
    var parts = new ArrayList<Polygon>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon);
      }
    }
    return parts;
  }

  static Geometry union(Collection<? extends Geometry> areas) {
    var polygons = new ArrayList<Polygon>();
    areas.forEach(area -> polygons.addAll(parts(area)));
    return polygons.isEmpty()
        ? FACTORY.createPolygon()
        : OverlayNGRobust.union(FACTORY.buildGeometry(polygons));
  }

  static Geometry minus(Geometry a, Geometry b) {
    return areal(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
  }

  static Geometry common(Geometry a, Geometry b) {
    return areal(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
  }

  /** On a grid of a twentieth of a millimetre, without slivers: stays valid where it is placed. */
  static Geometry tidy(Geometry area) {
    return areal(GeometryPrecisionReducer.reduce(area, new PrecisionModel(20_000)));
  }

  private static Geometry areal(Geometry any) {
    return FACTORY.createMultiPolygon(parts(any).toArray(new Polygon[0]));
  }

  static Polygon rectangle(Coordinate center, double angleRad, double length, double width) {
    double cx = Math.cos(angleRad) * length / 2;
    double cy = Math.sin(angleRad) * length / 2;
    double wx = -Math.sin(angleRad) * width / 2;
    double wy = Math.cos(angleRad) * width / 2;
    return polygon(
        List.of(
            new Coordinate(center.x - cx - wx, center.y - cy - wy),
            new Coordinate(center.x + cx - wx, center.y + cy - wy),
            new Coordinate(center.x + cx + wx, center.y + cy + wy),
            new Coordinate(center.x - cx + wx, center.y - cy + wy)));
  }

  static Polygon polygon(List<Coordinate> corners) {
    return FACTORY.createPolygon(ring(corners));
  }

  private static LinearRing ring(List<Coordinate> corners) {
    var list = new CoordinateList(corners.toArray(new Coordinate[0]), false);
    list.closeRing();
    return FACTORY.createLinearRing(list.toCoordinateArray());
  }

  static Polygon disc(Coordinate center, double radius) {
    return polygon(new Round(center, radius).chain(0, 2 * Math.PI));
  }

  /** How far each edge of a ring is to be moved to its left. */
  interface EdgeOffset {
    double of(Coordinate from, Coordinate to);
  }

  /** A ring, first corner not repeated, whose edges are moved to their left, mitred. */
  static List<Coordinate> moved(List<Coordinate> ring, EdgeOffset offset) {
    int n = ring.size();
    var moved = new ArrayList<Coordinate>();
    for (int i = 0; i < n; i++) {
      var before = ring.get((i + n - 1) % n);
      var at = ring.get(i);
      var after = ring.get((i + 1) % n);
      double d1 = offset.of(before, at);
      double d2 = offset.of(at, after);
      var u = unit(before, at);
      var v = unit(at, after);
      double cross = u.x * v.y - u.y * v.x;
      if (Math.abs(cross) < 0.02 && Math.abs(d1 - d2) > 1e-6) {
        moved.add(new Coordinate(at.x - u.y * d1, at.y + u.x * d1));
        moved.add(new Coordinate(at.x - v.y * d2, at.y + v.x * d2));
      } else if (Math.abs(cross) < 1e-9) {
        moved.add(new Coordinate(at.x - u.y * d1, at.y + u.x * d1));
      } else {
        // at + a u + n1 d1 = at + b v + n2 d2
        double dot = u.x * v.x + u.y * v.y;
        double a = (d1 * dot - d2) / cross;
        moved.add(new Coordinate(at.x + a * u.x - u.y * d1, at.y + a * u.y + u.x * d1));
      }
    }
    return moved;
  }

  private static Coordinate unit(Coordinate a, Coordinate b) {
    double length = a.distance(b);
    return new Coordinate((b.x - a.x) / length, (b.y - a.y) / length);
  }
}
