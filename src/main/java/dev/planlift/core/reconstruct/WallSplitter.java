package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Parts a connected wall area into straight pieces. At each corner that points into the wall a cut
 * runs straight on to the other side; where two such corners face each other across a branching
 * wall, one cut joins both. The pieces meet in the cuts, share their ends, and together are the
 * area.
 */
final class WallSplitter {
  private static final double REFLEX = Math.sin(Math.toRadians(20));
  private static final double SAME_POINT_M = 1e-3;
  private static final double CUT_SLACK = 1.5;

  private final double longestCut;
  private final List<LineWork.Line> edges = new ArrayList<>();
  private final Set<Coordinate> reflex = new HashSet<>();
  private final List<Cut> candidates = new ArrayList<>();

  private record Corner(Coordinate before, Coordinate at, Coordinate after) {}

  /** A cut from a corner; {@code edge} is met inside, or the end is a corner itself. */
  private record Cut(Coordinate from, Coordinate to, LineWork.Line edge, boolean joins) {
    double cost() {
      return from.distance(to) - (joins ? 1 : 0);
    }
  }

  private WallSplitter(double thickest) {
    longestCut = CUT_SLACK * thickest;
  }

  /**
   * The pieces; the area itself where it cannot be parted.
   *
   * @param thickest the thickest wall, metres
   */
  static List<Polygon> split(Polygon area, double thickest) {
    var lines = new WallSplitter(thickest).lines(area);
    if (lines.isEmpty()) {
      return List.of(area);
    }
    var pieces = inArea(lines, area);
    if (isWhole(pieces, area)) {
      return pieces;
    }
    // A cut may run along an edge, where walls touch in one point only.
    var noded = OverlayNGRobust.union(Polygons.FACTORY.buildGeometry(lines));
    var parted = inArea(List.of(noded), area);
    return isWhole(parted, area) ? parted : List.of(area);
  }

  private static boolean isWhole(List<Polygon> pieces, Polygon area) {
    double sum = pieces.stream().mapToDouble(Polygon::getArea).sum();
    return Math.abs(sum - area.getArea()) <= 1e-6 * area.getArea();
  }

  /** The area's edges and the cuts; none where nothing is to be cut. */
  private List<Geometry> lines(Polygon area) {
    var corners = new ArrayList<Corner>();
    addRing(area.getExteriorRing(), false, corners);
    for (int i = 0; i < area.getNumInteriorRing(); i++) {
      addRing(area.getInteriorRingN(i), true, corners);
    }
    if (corners.isEmpty() && area.getNumInteriorRing() == 0) {
      return List.of();
    }
    corners.forEach(corner -> reflex.add(corner.at));
    var index = new LineIndex(edges);
    for (var corner : corners) {
      addCut(corner.at, corner.before, index);
      addCut(corner.at, corner.after, index);
    }
    candidates.sort(Comparator.comparingDouble(Cut::cost));
    return lines(chosen());
  }

  /** Edges with the wall on their left, and the corners that turn right. */
  private void addRing(LinearRing ring, boolean hole, List<Corner> corners) {
    var all = ring.getCoordinates();
    var points = new ArrayList<>(List.of(all).subList(0, all.length - 1));
    var left = Orientation.isCCW(all) != hole ? points : points.reversed();
    int n = left.size();
    for (int i = 0; i < n; i++) {
      var before = left.get((i + n - 1) % n);
      var at = left.get(i);
      var after = left.get((i + 1) % n);
      edges.add(new LineWork.Line(at, after, edges.size()));
      double cross = (at.x - before.x) * (after.y - at.y) - (at.y - before.y) * (after.x - at.x);
      if (cross < -REFLEX * before.distance(at) * at.distance(after)) {
        corners.add(new Corner(before, at, after));
      }
    }
  }

  /** The cut that goes on from {@code behind} through a corner. */
  private void addCut(Coordinate at, Coordinate behind, LineIndex index) {
    double length = behind.distance(at);
    var u = new Coordinate((at.x - behind.x) / length, (at.y - behind.y) / length);
    var far = new Coordinate(at.x + u.x * longestCut, at.y + u.y * longestCut);
    var box = new Envelope(at, far);
    box.expandBy(SAME_POINT_M);
    Cut nearest = null;
    double distance = longestCut;
    for (var edge : index.in(box)) {
      if (edge.a().equals2D(at) || edge.b().equals2D(at)) {
        continue;
      }
      double t = meets(at, u, edge);
      if (t > SAME_POINT_M && t < distance) {
        distance = t;
        nearest = cut(at, u, t, edge);
      }
    }
    if (nearest != null) {
      candidates.add(nearest);
    }
  }

  /** As {@link Rings#distanceAlong}, but an edge's end within a millimetre counts as met. */
  private static double meets(Coordinate at, Coordinate u, LineWork.Line edge) {
    for (var end : List.of(edge.a(), edge.b())) {
      double along = (end.x - at.x) * u.x + (end.y - at.y) * u.y;
      double across = Math.abs((end.y - at.y) * u.x - (end.x - at.x) * u.y);
      if (across < SAME_POINT_M && along > 0) {
        return along;
      }
    }
    return Rings.distanceAlong(at, u, edge.a(), edge.b());
  }

  private Cut cut(Coordinate at, Coordinate u, double t, LineWork.Line edge) {
    var to = new Coordinate(at.x + u.x * t, at.y + u.y * t);
    for (var end : List.of(edge.a(), edge.b())) {
      if (end.distance(to) < 2 * SAME_POINT_M) {
        return new Cut(at, end, edge, reflex.contains(end));
      }
    }
    return new Cut(at, to, edge, false);
  }

  /** Greedily the shortest cuts, those that join two corners first; a corner is cut once. */
  private List<Cut> chosen() {
    var chosen = new ArrayList<Cut>();
    var index = new HPRtree();
    for (int i = 0; i < candidates.size(); i++) {
      var cut = candidates.get(i);
      index.insert(new Envelope(cut.from, cut.to), i);
    }
    var placed = new BitSet();
    var done = new HashSet<Coordinate>();
    for (int i = 0; i < candidates.size(); i++) {
      var cut = candidates.get(i);
      if (!done.contains(cut.from) && !crossesAny(cut, placed, index)) {
        chosen.add(cut);
        placed.set(i);
        done.add(cut.from);
        if (cut.joins) {
          done.add(cut.to);
        }
      }
    }
    return chosen;
  }

  private boolean crossesAny(Cut cut, BitSet placed, HPRtree index) {
    boolean[] any = {false};
    index.query(
        new Envelope(cut.from, cut.to),
        item -> {
          if (item instanceof Integer other && placed.get(other)) {
            any[0] |= crosses(cut, candidates.get(other));
          }
        });
    return any[0];
  }

  private static boolean crosses(Cut a, Cut b) {
    return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
  }

  private static double side(Cut cut, Coordinate p) {
    return (cut.to.x - cut.from.x) * (p.y - cut.from.y)
        - (cut.to.y - cut.from.y) * (p.x - cut.from.x);
  }

  private List<Geometry> lines(List<Cut> cuts) {
    Map<LineWork.Line, List<Coordinate>> added = new LinkedHashMap<>();
    var lines = new ArrayList<Geometry>();
    for (var cut : cuts) {
      lines.add(line(cut.from, cut.to));
      if (!cut.to.equals2D(cut.edge.a()) && !cut.to.equals2D(cut.edge.b())) {
        added.computeIfAbsent(cut.edge, edge -> new ArrayList<>()).add(cut.to);
      }
    }
    for (var edge : edges) {
      var previous = edge.a();
      var inner = added.getOrDefault(edge, new ArrayList<>());
      inner.sort(Comparator.comparingDouble(p -> p.distance(edge.a())));
      for (var p : inner) {
        if (!p.equals2D(previous)) {
          lines.add(line(previous, p));
          previous = p;
        }
      }
      lines.add(line(previous, edge.b()));
    }
    return lines;
  }

  private static Geometry line(Coordinate a, Coordinate b) {
    return Polygons.FACTORY.createLineString(new Coordinate[] {a, b});
  }

  /** The faces that are wall; what a hole's ring bounds is a face, too. */
  private static List<Polygon> inArea(List<Geometry> lines, Polygon area) {
    var polygonizer = new Polygonizer();
    polygonizer.add(lines);
    var inside = new AreaLocator(area);
    var pieces = new ArrayList<Polygon>();
    for (var face : polygonizer.getPolygons()) {
      var polygon = (Polygon) face;
      var point = polygon.getInteriorPoint().getCoordinate();
      if (inside.locate(point) == Location.INTERIOR) {
        polygon.normalize();
        pieces.add(polygon);
      }
    }
    pieces.sort((a, b) -> a.compareTo(b));
    return pieces;
  }
}
