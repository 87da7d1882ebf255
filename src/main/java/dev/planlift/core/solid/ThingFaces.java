package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The areas that a thing's lines enclose, on a grid. */
final class ThingFaces {
  /** Finer drawings are taken by their outline alone. */
  private static final int MAX_LINES = 1500;

  private static final int MAX_FACES = 250;

  /** Ends nearer than this were meant to meet. */
  private static final double GAP_M = 4e-3;

  /** Smaller areas are between two lines of one edge. */
  private static final double SMALLEST_M2 = 2e-4;

  /** Where lines enclose less of what they are around, the rest belongs to the thing, too. */
  private static final double ENCLOSED = 0.6;

  private ThingFaces() {}

  /**
   * The faces, next to each other and not overlapping; none where the lines have no breadth.
   *
   * @param lines metres
   * @param whole whether what the lines are around is the thing even where they do not close
   */
  static List<Polygon> of(PlanGrid grid, List<List<Vec2>> lines, boolean whole) {
    int pieces = lines.stream().mapToInt(line -> line.size() - 1).sum();
    var hull = hull(grid, lines);
    if (pieces == 0 || !(hull instanceof Polygon around)) {
      return List.of();
    }
    var faces = pieces > MAX_LINES ? List.<Polygon>of() : enclosed(grid, lines);
    if (faces.size() > MAX_FACES || pieces > MAX_LINES) {
      return whole ? List.of(around) : List.of();
    }
    double area = faces.stream().mapToDouble(Polygon::getArea).sum();
    return whole && area < ENCLOSED * around.getArea() ? filled(faces, around) : faces;
  }

  private static Geometry hull(PlanGrid grid, List<List<Vec2>> lines) {
    var points = new ArrayList<Coordinate>();
    lines.forEach(line -> line.forEach(p -> points.add(grid.toGrid(p))));
    return PlanGrid.GEOMETRY
        .createMultiPointFromCoords(points.toArray(new Coordinate[0]))
        .convexHull();
  }

  private static List<Polygon> enclosed(PlanGrid grid, List<List<Vec2>> lines) {
    var strings = new ArrayList<SegmentString>();
    for (var line : lines) {
      var points = line.stream().map(grid::toGrid).toArray(Coordinate[]::new);
      if (points.length > 1) {
        strings.add(new NodedSegmentString(points, null));
      }
    }
    return faces(strings);
  }

  private static List<Polygon> faces(List<SegmentString> strings) {
    var polygonizer = new Polygonizer();
    for (var edge : edges(noded(strings))) {
      polygonizer.add(
          PlanGrid.GEOMETRY.createLineString(new Coordinate[] {edge.from(), edge.to()}));
    }
    var faces = new ArrayList<Polygon>();
    double least = PlanGrid.steps(1) * (double) PlanGrid.steps(1) * SMALLEST_M2;
    for (var polygon : polygonizer.getPolygons()) {
      if (((Polygon) polygon).getArea() >= least) {
        faces.add((Polygon) ((Polygon) polygon).norm());
      }
    }
    // The polygonizer walks a hash set of objects: its order differs from run to run.
    faces.sort(Polygon::compareTo);
    return faces;
  }

  private static Collection<?> noded(List<SegmentString> strings) {
    var snapping = new SnappingNoder(PlanGrid.steps(GAP_M));
    snapping.computeNodes(strings);
    var rounding = new SnapRoundingNoder(PlanGrid.WHOLE_STEPS);
    rounding.computeNodes(snapping.getNodedSubstrings());
    return rounding.getNodedSubstrings();
  }

  private static Set<WallCells.Edge> edges(Collection<?> noded) {
    var edges = new LinkedHashSet<WallCells.Edge>();
    for (var item : noded) {
      var points = ((SegmentString) item).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        var edge = new WallCells.Edge(points[i - 1], points[i]);
        if (!edge.from().equals2D(edge.to()) && !edges.contains(edge.reversed())) {
          edges.add(edge);
        }
      }
    }
    return edges;
  }

  /** The faces, and what of the hull is beside them. */
  private static List<Polygon> filled(List<Polygon> faces, Polygon hull) {
    if (faces.isEmpty()) {
      return List.of(hull);
    }
    var union = OverlayNGRobust.union(PlanGrid.GEOMETRY.buildGeometry(faces));
    var beside = OverlayNGRobust.overlay(hull, union, OverlayNG.DIFFERENCE);
    var lines = new ArrayList<SegmentString>();
    var all = new ArrayList<Geometry>(faces);
    all.add(beside);
    for (var geometry : all) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
          lines.add(new NodedSegmentString(polygon.getExteriorRing().getCoordinates(), null));
        }
      }
    }
    return faces(lines);
  }
}
