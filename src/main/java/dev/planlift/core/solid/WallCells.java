package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Parts a wall's footprint along the outlines of the voids in it into cells, each of which is solid
 * between the same heights all over. All cells together share their nodes: where a corner of one
 * lies on the edge of another, it is a vertex of both.
 */
final class WallCells {
  /** Cells thinner than this come from outlines that were meant to coincide. */
  private static final double SLIVER_M = 1e-3;

  private final PlanGrid grid;

  WallCells(PlanGrid grid) {
    this.grid = grid;
  }

  /**
   * A piece of the plan.
   *
   * @param shape with its shell clockwise or not, as JTS gives it
   * @param solid where there is wall; empty where there is none
   */
  record Cell(Polygon shape, List<Span> solid) {}

  /** A directed edge between neighbouring nodes. */
  record Edge(Coordinate from, Coordinate to) {
    Edge reversed() {
      return new Edge(to, from);
    }
  }

  List<Cell> part(Geometry footprint, Span height, List<Cutout> voids) {
    var cells = new ArrayList<Cell>();
    var locator = new IndexedPointInAreaLocator(footprint);
    for (var shape : faces(footprint, voids)) {
      var inside = shape.getInteriorPoint().getCoordinate();
      boolean wall = locator.locate(inside) == Location.INTERIOR;
      cells.add(new Cell(shape, wall ? solid(inside, height, voids) : List.of()));
    }
    return withoutSlivers(cells);
  }

  private List<Span> solid(Coordinate inside, Span height, List<Cutout> voids) {
    var spans = List.of(height);
    var at = grid.fromGrid(inside, 0).xy();
    for (var v : voids) {
      if (v.contains(at)) {
        spans = Span.without(spans, PlanGrid.steps(v.bottomM()), PlanGrid.steps(v.topM()));
      }
    }
    return spans;
  }

  private List<Polygon> faces(Geometry footprint, List<Cutout> voids) {
    var lines = new ArrayList<SegmentString>();
    for (int i = 0; i < footprint.getNumGeometries(); i++) {
      var polygon = (Polygon) footprint.getGeometryN(i);
      if (polygon.isEmpty()) {
        continue; // a footprint finer than the grid
      }
      lines.add(new NodedSegmentString(polygon.getExteriorRing().getCoordinates(), null));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        lines.add(new NodedSegmentString(polygon.getInteriorRingN(hole).getCoordinates(), null));
      }
    }
    for (var v : voids) {
      lines.add(new NodedSegmentString(ring(v.corners()), null));
    }
    return polygons(noded(lines));
  }

  /** Points nearer than the same-point distance become one, then all lie on the grid. */
  private static Collection<?> noded(Collection<SegmentString> lines) {
    var snapping = new SnappingNoder(PlanGrid.SAME_POINT_STEPS);
    snapping.computeNodes(lines);
    var rounding = new SnapRoundingNoder(PlanGrid.WHOLE_STEPS);
    rounding.computeNodes(snapping.getNodedSubstrings());
    return rounding.getNodedSubstrings();
  }

  private Coordinate[] ring(List<Vec2> corners) {
    var ring = new Coordinate[corners.size() + 1];
    for (int i = 0; i < corners.size(); i++) {
      ring[i] = grid.toGrid(corners.get(i));
    }
    ring[corners.size()] = ring[0].copy();
    return ring;
  }

  private static List<Polygon> polygons(Collection<?> noded) {
    var edges = new LinkedHashSet<Edge>();
    for (var item : noded) {
      var points = ((SegmentString) item).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        var edge = new Edge(points[i - 1], points[i]);
        if (!edge.from().equals2D(edge.to()) && !edges.contains(edge.reversed())) {
          edges.add(edge);
        }
      }
    }
    var polygonizer = new Polygonizer();
    for (var edge : edges) {
      polygonizer.add(line(edge));
    }
    var polygons = new ArrayList<Polygon>();
    for (var polygon : polygonizer.getPolygons()) {
      polygons.add((Polygon) ((Polygon) polygon).norm());
    }
    // The polygonizer walks a hash set of objects: its order differs from run to run.
    polygons.sort(Polygon::compareTo);
    return polygons;
  }

  private static LineString line(Edge edge) {
    return PlanGrid.GEOMETRY.createLineString(new Coordinate[] {edge.from(), edge.to()});
  }

  /** A sliver becomes like the neighbour it lies along. */
  private static List<Cell> withoutSlivers(List<Cell> cells) {
    var sliver = new boolean[cells.size()];
    boolean any = false;
    for (int i = 0; i < cells.size(); i++) {
      var shape = cells.get(i).shape();
      sliver[i] = 2 * shape.getArea() < PlanGrid.steps(SLIVER_M) * shape.getLength();
      any |= sliver[i];
    }
    if (!any) {
      return cells;
    }
    var owners = owners(cells);
    var result = new ArrayList<Cell>();
    for (int i = 0; i < cells.size(); i++) {
      var cell = cells.get(i);
      result.add(sliver[i] ? new Cell(cell.shape(), beside(i, cells, sliver, owners)) : cell);
    }
    return result;
  }

  private static List<Span> beside(
      int index, List<Cell> cells, boolean[] sliver, Map<Edge, Integer> owners) {
    var shared = new HashMap<Integer, Double>();
    for (var edge : edges(cells.get(index).shape())) {
      int neighbour = owners.getOrDefault(edge.reversed(), -1);
      if (neighbour < 0 || !sliver[neighbour]) {
        shared.merge(neighbour, edge.from().distance(edge.to()), Double::sum);
      }
    }
    int best =
        shared.entrySet().stream()
            .max(
                Map.Entry.<Integer, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(-1);
    return best < 0 ? List.of() : cells.get(best).solid();
  }

  /** Which cell lies on the left of each edge. */
  static Map<Edge, Integer> owners(List<Cell> cells) {
    var owners = new HashMap<Edge, Integer>();
    for (int i = 0; i < cells.size(); i++) {
      for (var edge : edges(cells.get(i).shape())) {
        owners.put(edge, i);
      }
    }
    return owners;
  }

  /** The edges around a polygon and its holes, the polygon on their left. */
  static Set<Edge> edges(Polygon shape) {
    var edges = new LinkedHashSet<Edge>();
    var normal = (Polygon) shape.norm().reverse();
    addRing(normal.getExteriorRing().getCoordinates(), edges);
    for (int hole = 0; hole < normal.getNumInteriorRing(); hole++) {
      addRing(normal.getInteriorRingN(hole).getCoordinates(), edges);
    }
    return edges;
  }

  private static void addRing(Coordinate[] ring, Set<Edge> edges) {
    for (int i = 1; i < ring.length; i++) {
      edges.add(new Edge(ring[i - 1], ring[i]));
    }
  }
}
