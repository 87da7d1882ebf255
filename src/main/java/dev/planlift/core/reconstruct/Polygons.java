package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Plane polygons by JTS, the robust way. */
final class Polygons {
  static final GeometryFactory FACTORY = new GeometryFactory();

  private static final PrecisionModel SNAPPED = new PrecisionModel(Arrangement.GRID_PER_M);

  private static final int FEW_HOLES = 8;

  private static final int FEW_RINGS = 32;

  private static final BufferParameters MITRE =
      new BufferParameters(1, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 5);

  /** The share of a wall area that is the cores of broad junctions. */
  private static final double JUNCTIONS = 0.004;

  private Polygons() {}

  /** The polygons of an area; lines and points that an overlay may leave are dropped. */
  static List<Polygon> parts(Geometry area) {
    var parts = new ArrayList<Polygon>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon);
      }
    }
    return parts;
  }

  /** Polygons alone, in a form that overlays take. */
  private static Geometry areal(Geometry any) {
    return any instanceof Polygon || any instanceof MultiPolygon
        ? any
        : FACTORY.createMultiPolygon(parts(any).toArray(new Polygon[0]));
  }

  static Geometry union(Collection<? extends Geometry> areas) {
    var polygons = new ArrayList<Polygon>();
    areas.forEach(area -> polygons.addAll(parts(area)));
    return polygons.isEmpty() ? FACTORY.createPolygon() : areal(united(polygons));
  }

  /** Those whose boxes meet in chains are united by themselves: most of an area meets little. */
  private static Geometry united(List<Polygon> polygons) {
    var united = new ArrayList<Polygon>();
    for (var group : meeting(polygons, (a, b) -> true)) {
      united.addAll(group.size() == 1 ? group : parts(unitedAtOnce(FACTORY.buildGeometry(group))));
    }
    return united.size() == 1
        ? united.getFirst()
        : FACTORY.createMultiPolygon(united.toArray(new Polygon[0]));
  }

  /** By way of a buffer, which takes invalid polygons, too, where the ways of overlays fail. */
  private static Geometry unitedAtOnce(Geometry polygons) {
    try {
      return OverlayNGRobust.union(polygons);
    } catch (TopologyException e) {
      return polygons.buffer(0);
    }
  }

  /** Of areas made valid and snapped to a grid where the exact way fails. */
  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    try {
      return OverlayNGRobust.overlay(a, b, operation);
    } catch (TopologyException e) {
      return OverlayNG.overlay(a.buffer(0), b.buffer(0), operation, SNAPPED);
    }
  }

  /** The union of an area and of some that are small beside it: they first, it but once. */
  static Geometry union(Geometry large, List<Polygon> small) {
    return small.isEmpty() ? large : union(large, union(small));
  }

  static Geometry union(Geometry a, Geometry b) {
    return a.isEmpty() ? b : areal(overlay(a, b, OverlayNG.UNION));
  }

  /** As {@link #union} for polygons that share their edges and do not overlap; fast. */
  static Geometry coverageUnion(Collection<Polygon> polygons) {
    return polygons.isEmpty()
        ? FACTORY.createPolygon()
        : areal(CoverageUnion.union(FACTORY.buildGeometry(polygons)));
  }

  static Geometry difference(Geometry a, Geometry b) {
    return areal(overlay(a, b, OverlayNG.DIFFERENCE));
  }

  static Geometry intersection(Geometry a, Geometry b) {
    return areal(overlay(a, b, OverlayNG.INTERSECTION));
  }

  /** Grown (or shrunk, where negative) with sharp corners. */
  static Geometry grown(Geometry area, double by) {
    if (by < 0 && area instanceof Polygon polygon && ShrunkArea.atMost(polygon, -by) == 0) {
      return FACTORY.createPolygon();
    }
    if (by < 0 && area instanceof MultiPolygon) {
      return shrunkPartByPart(parts(area), -by);
    }
    if (by > 0 && area instanceof Polygon polygon && polygon.getNumInteriorRing() > FEW_HOLES) {
      return grownRingByRing(polygon, by);
    }
    if (by > 0 && area instanceof MultiPolygon) {
      return grownPartByPart(parts(area), by);
    }
    return buffered(area, by);
  }

  private static Geometry buffered(Geometry area, double by) {
    return BufferOp.bufferOp(area, by, MITRE);
  }

  /** What a buffer does to all rings at once takes time by the square of their number. */
  private static Geometry grownRingByRing(Polygon polygon, double by) {
    var outer = grown(FACTORY.createPolygon(polygon.getExteriorRing().getCoordinates()), by);
    if (!(outer instanceof Polygon shell)) {
      return buffered(polygon, by);
    }
    var holes = new ArrayList<LinearRing>();
    for (int i = 0; i < shell.getNumInteriorRing(); i++) {
      holes.add(shell.getInteriorRingN(i));
    }
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      var hole = FACTORY.createPolygon(polygon.getInteriorRingN(i).getCoordinates());
      parts(grown(hole, -by)).forEach(left -> holes.add(left.getExteriorRing()));
    }
    return FACTORY.createPolygon(shell.getExteriorRing(), holes.toArray(new LinearRing[0]));
  }

  /** Parts that were apart stay so. */
  private static Geometry shrunkPartByPart(List<Polygon> parts, double by) {
    var left = new ArrayList<Polygon>();
    parts.forEach(part -> left.addAll(parts(grown(part, -by))));
    return FACTORY.createMultiPolygon(left.toArray(new Polygon[0]));
  }

  private static Geometry grownPartByPart(List<Polygon> parts, double by) {
    var grown = new ArrayList<Polygon>();
    parts.forEach(part -> grown.addAll(parts(grown(part, by))));
    return unionOfMeeting(grown);
  }

  /** The union of areas of which most meet no other. */
  private static Geometry unionOfMeeting(List<Polygon> areas) {
    var united = new ArrayList<Polygon>();
    for (var group : meeting(areas, (one, other) -> one.intersects(other))) {
      united.addAll(group.size() == 1 ? group : parts(union(group)));
    }
    return FACTORY.createMultiPolygon(united.toArray(new Polygon[0]));
  }

  /**
   * Groups of areas whose boxes meet, and which meet by a further test, by way of others or not.
   */
  private static List<List<Polygon>> meeting(
      List<Polygon> areas, BiPredicate<PreparedGeometry, Polygon> further) {
    var index = new HPRtree();
    for (int i = 0; i < areas.size(); i++) {
      index.insert(areas.get(i).getEnvelopeInternal(), i);
    }
    var groups = new DisjointSets(areas.size());
    for (int i = 0; i < areas.size(); i++) {
      int one = i;
      var prepared = PreparedGeometryFactory.prepare(areas.get(i));
      index.query(
          areas.get(i).getEnvelopeInternal(),
          item -> {
            if (item instanceof Integer other
                && other > one
                && groups.root(one) != groups.root(other)
                && further.test(prepared, areas.get(other))) {
              groups.join(one, other);
            }
          });
    }
    return groups.members().values().stream()
        .map(group -> group.stream().map(areas::get).toList())
        .toList();
  }

  /**
   * The same area without vertices on straight edges and steps below a millimetre, such as overlays
   * of turned rectangles leave, and in JTS's normal form: overlays give rings and parts in an order
   * that may change from run to run. A polygon that would not stay valid is kept as it is.
   */
  static Geometry cleaned(Geometry area) {
    var cleaned = new ArrayList<Polygon>();
    for (var part : parts(area.norm())) {
      var shell = ring(part.getExteriorRing());
      var holes = new ArrayList<LinearRing>();
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        var hole = ring(part.getInteriorRingN(i));
        if (!hole.isEmpty()) {
          holes.add(hole);
        }
      }
      if (!shell.isEmpty()) {
        var polygon = FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0]));
        cleaned.add(polygon.isValid() ? polygon : part);
      }
    }
    var all = FACTORY.createMultiPolygon(cleaned.toArray(new Polygon[0]));
    return (all.isValid() ? all : union(cleaned)).norm();
  }

  private static LinearRing ring(LinearRing ring) {
    var corners = Rings.corners(ring);
    if (corners.size() < 3) {
      return FACTORY.createLinearRing();
    }
    var list = new CoordinateList(corners.toArray(new Coordinate[0]), false);
    list.closeRing();
    return FACTORY.createLinearRing(list.toCoordinateArray());
  }

  /** Whether no disc of that diameter fits in. */
  static boolean thinnerThan(Polygon polygon, double width) {
    double mean = 2 * polygon.getArea() / polygon.getLength();
    if (mean > width) {
      return false;
    }
    return isInStrip(polygon.getExteriorRing(), width) || grown(polygon, -width / 2).isEmpty();
  }

  /** Whether a ring lies between two lines along its longest edge, less than a width apart. */
  private static boolean isInStrip(LinearRing ring, double width) {
    var points = ring.getCoordinates();
    int longest = 1;
    for (int i = 2; i < points.length; i++) {
      if (points[i - 1].distance(points[i]) > points[longest - 1].distance(points[longest])) {
        longest = i;
      }
    }
    var a = points[longest - 1];
    var b = points[longest];
    double length = a.distance(b);
    double least = 0;
    double most = 0;
    for (var p : points) {
      double off = ((p.y - a.y) * (b.x - a.x) - (p.x - a.x) * (b.y - a.y)) / length;
      least = Math.min(least, off);
      most = Math.max(most, off);
    }
    return most - least < width * (1 - 1e-9);
  }

  /**
   * As {@link #thinnerThan}, but where walls meet more may fit in: what is left of a large area,
   * shrunk by half the width, is next to nothing.
   */
  static boolean mostlyThinnerThan(Polygon polygon, double width) {
    double mean = 2 * polygon.getArea() / polygon.getLength();
    if (mean > width) {
      return false;
    }
    double junctions = JUNCTIONS * polygon.getArea();
    return isInStrip(polygon.getExteriorRing(), width)
        || ShrunkArea.atMost(polygon, width / 2) <= junctions
        || buffered(polygon, -width / 2).getArea() <= junctions;
  }

  /** A ring as an area, repaired where it crosses itself; empty where it has none. */
  static Geometry ofRing(List<Coordinate> points) {
    var list = new CoordinateList(points.toArray(new Coordinate[0]), false);
    list.closeRing();
    if (list.size() < 4) {
      return FACTORY.createPolygon();
    }
    var polygon = FACTORY.createPolygon(list.toCoordinateArray());
    return polygon.isValid() ? polygon : areal(polygon.buffer(0));
  }

  /** The area that an odd number of the rings is around. */
  static Geometry evenOdd(List<List<Coordinate>> rings) {
    if (rings.size() > FEW_RINGS) {
      return evenOddOfMany(rings);
    }
    Geometry area = FACTORY.createPolygon();
    for (var ring : rings) {
      area = areal(overlay(area, ofRing(ring), OverlayNG.SYMDIFFERENCE));
    }
    return area;
  }

  /** Ring after ring takes time by the square of their number: here in groups, and by halves. */
  private static Geometry evenOddOfMany(List<List<Coordinate>> rings) {
    var areas = new ArrayList<Polygon>();
    rings.forEach(ring -> areas.addAll(parts(ofRing(ring))));
    var all = new ArrayList<Polygon>();
    for (var group : meeting(areas, (a, b) -> true)) {
      all.addAll(parts(oddOnes(group)));
    }
    return FACTORY.createMultiPolygon(all.toArray(new Polygon[0]));
  }

  private static Geometry oddOnes(List<Polygon> areas) {
    if (areas.size() == 1) {
      return areas.getFirst();
    }
    int half = areas.size() / 2;
    var first = oddOnes(areas.subList(0, half));
    var second = oddOnes(areas.subList(half, areas.size()));
    return areal(overlay(first, second, OverlayNG.SYMDIFFERENCE));
  }

  static Polygon rectangle(Coordinate center, double angleRad, double length, double width) {
    double cx = Math.cos(angleRad) * length / 2;
    double cy = Math.sin(angleRad) * length / 2;
    double wx = -Math.sin(angleRad) * width / 2;
    double wy = Math.cos(angleRad) * width / 2;
    var first = new Coordinate(center.x - cx - wx, center.y - cy - wy);
    return FACTORY.createPolygon(
        new Coordinate[] {
          first,
          new Coordinate(center.x + cx - wx, center.y + cy - wy),
          new Coordinate(center.x + cx + wx, center.y + cy + wy),
          new Coordinate(center.x - cx + wx, center.y - cy + wy),
          first.copy()
        });
  }
}
