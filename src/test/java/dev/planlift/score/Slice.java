package dev.planlift.score;

import dev.planlift.score.GlbModel.Triangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Solids cut by a horizontal plane, and whether they are solids at all. */
final class Slice {
  /** A micrometre: far below what is drawn, far above what floats lose. */
  private static final double GRID_PER_METRE = 1e6;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Slice() {}

  /** The area of one solid at height z: the points around which its outline runs odd times. */
  static Geometry at(List<Triangle> solid, double z) {
    var lines = new ArrayList<LineString>();
    for (var triangle : solid) {
      var ends = new ArrayList<Coordinate>();
      addCrossing(triangle.a(), triangle.b(), z, ends);
      addCrossing(triangle.b(), triangle.c(), z, ends);
      addCrossing(triangle.c(), triangle.a(), z, ends);
      if (ends.size() == 2 && !ends.get(0).equals2D(ends.get(1))) {
        lines.add(FACTORY.createLineString(new Coordinate[] {ends.get(0), ends.get(1)}));
      }
    }
    if (lines.isEmpty()) {
      return FACTORY.createPolygon();
    }
    var polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionOp.union(lines));
    var inside = new ArrayList<Polygon>();
    for (var face : polygonizer.getPolygons()) {
      var polygon = (Polygon) face;
      if (isInside(polygon.getInteriorPoint().getCoordinate(), lines)) {
        inside.add(polygon);
      }
    }
    return inside.isEmpty() ? FACTORY.createPolygon() : UnaryUnionOp.union(inside);
  }

  /** Where an edge passes the plane; the same point whichever way the edge is walked. */
  private static void addCrossing(Coordinate p, Coordinate q, double z, List<Coordinate> ends) {
    if (p.getZ() > z == q.getZ() > z) {
      return;
    }
    var low = p.getZ() > z ? q : p;
    var high = p.getZ() > z ? p : q;
    double part = (z - low.getZ()) / (high.getZ() - low.getZ());
    ends.add(
        new Coordinate(
            onGrid(low.x + (high.x - low.x) * part), onGrid(low.y + (high.y - low.y) * part)));
  }

  private static double onGrid(double value) {
    return Math.rint(value * GRID_PER_METRE) / GRID_PER_METRE;
  }

  private static boolean isInside(Coordinate point, List<LineString> lines) {
    boolean inside = false;
    for (var line : lines) {
      var a = line.getCoordinateN(0);
      var b = line.getCoordinateN(1);
      if (a.y > point.y != b.y > point.y
          && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) {
        inside = !inside;
      }
    }
    return inside;
  }

  /**
   * Whether every edge lies in exactly two triangles, walked once each way, and the faces look
   * outward. Vertices at one place are one vertex.
   */
  static boolean isClosed(List<Triangle> solid) {
    var ids = new HashMap<Coordinate3, Integer>();
    var edges = new HashSet<Long>();
    double volume = 0;
    for (var t : solid) {
      var base = solid.getFirst().a();
      volume += volume(base, t);
      int[] corner = {id(t.a(), ids), id(t.b(), ids), id(t.c(), ids)};
      for (int i = 0; i < 3; i++) {
        long edge = (long) corner[i] << 32 | corner[(i + 1) % 3];
        if (!edges.add(edge)) {
          return false;
        }
      }
    }
    for (long edge : edges) {
      if (!edges.contains(edge << 32 | edge >>> 32)) {
        return false;
      }
    }
    return volume > 0;
  }

  private record Coordinate3(double x, double y, double z) {}

  private static int id(Coordinate c, Map<Coordinate3, Integer> ids) {
    return ids.computeIfAbsent(new Coordinate3(c.x, c.y, c.getZ()), key -> ids.size());
  }

  /** Six times the signed volume under one face, seen from a base point. */
  private static double volume(Coordinate o, Triangle t) {
    double ax = t.a().x - o.x;
    double ay = t.a().y - o.y;
    double az = t.a().getZ() - o.getZ();
    double bx = t.b().x - o.x;
    double by = t.b().y - o.y;
    double bz = t.b().getZ() - o.getZ();
    double cx = t.c().x - o.x;
    double cy = t.c().y - o.y;
    double cz = t.c().getZ() - o.getZ();
    return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  }
}
