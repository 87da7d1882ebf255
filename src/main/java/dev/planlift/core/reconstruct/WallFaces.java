package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells which faces between lines are wall. A wall is thin; but so are closets, which have thinner
 * walls on all sides, and the last wedge of a stair, which runs to a point. Where lines are walls
 * for sure, a block that stands out of walls is a pier, however thick. Time is linear but for what
 * the shape of each face costs.
 */
final class WallFaces {
  /** Faces at least so wide may be closets and wedges. */
  private static final double BROAD_M = 0.35;

  private static final double WEDGE_M = 0.2;

  /** Worktops are no less deep, and no longer around a corner. */
  private static final double COUNTER_M = 0.5;

  private static final double MAX_COUNTER_M = 8;

  /**
   * Of a worktop's outline so much lies along walls: a long side, less what a window takes of it.
   */
  private static final double COUNTER_BACK = 0.3;

  /** A worktop's outline squared, in areas: 16 for a square, 21 for three squares in a row. */
  private static final double COUNTER_OUTLINE = 20;

  /** From here on the squares of its width in a face make it long. */
  private static final double LONG = 2.5;

  /** So much of a closet's outline is the faces of thinner walls. */
  private static final double ENCLOSED = 0.6;

  /** Of two opposite sides, the shorter has this share of the longest at least. */
  private static final double OPPOSITE = 0.4;

  private static final double PARALLEL = Math.sin(Math.toRadians(8));

  private static final double MAX_PIER_M = 1.1;
  private static final double MAX_PIER_M2 = 1.5;
  private static final double MIN_PIER_M = 0.5;

  /** No more of a pier's outline is along walls. */
  private static final double FREE_STANDING = 0.4;

  /** Of a circle it is 1, of a square 0.79. */
  private static final double ROUND = 0.9;

  private static final double FILLED = 0.85;

  /** Walls along each other share this much of the longer outline; bricks a sixth. */
  private static final double BESIDE = 0.15;

  private enum Kind {
    CRACK,
    WALL,
    OTHER
  }

  /** The ends of an edge in an order of their own. */
  private record Edge(Coordinate a, Coordinate b) {
    static Edge of(Coordinate a, Coordinate b) {
      return a.compareTo(b) < 0 ? new Edge(a, b) : new Edge(b, a);
    }
  }

  private final List<Polygon> faces;
  private final Kind[] kinds;
  private final Map<Integer, Boolean> thin = new HashMap<>();
  private final Map<Edge, int[]> sides = new HashMap<>();

  /**
   * @param faces that share their vertices
   * @param sure whether the lines around them are walls for sure
   * @param thickest the thickest wall, metres
   */
  WallFaces(List<Polygon> faces, boolean sure, double thickest) {
    this.faces = faces;
    kinds = new Kind[faces.size()];
    for (int i = 0; i < faces.size(); i++) {
      kinds[i] = kind(faces.get(i), thickest);
      addSides(i);
    }
    var closets = which(Kind.WALL, this::isCloset);
    var wedges = which(Kind.WALL, this::isWedge);
    var counters = which(Kind.WALL, this::isCounter);
    closets.forEach(i -> kinds[i] = Kind.OTHER);
    counters.forEach(i -> kinds[i] = Kind.OTHER);
    wedges.forEach(i -> kinds[i] = Kind.OTHER);
    if (sure) {
      which(
              Kind.OTHER,
              i ->
                  !closets.contains(i) && !wedges.contains(i) && !counters.contains(i) && isPier(i))
          .forEach(i -> kinds[i] = Kind.WALL);
    }
    HatchBlocks.strips(faces, besideEachOther(), Polygons::coverageUnion)
        .forEach(i -> kinds[i] = Kind.OTHER);
  }

  /** Walls that lie along each other, not end to end. */
  private DisjointSets besideEachOther() {
    var beside = new DisjointSets(faces.size());
    for (int face : which(Kind.WALL, i -> true)) {
      var common = new TreeMap<Integer, Double>();
      var ring = faces.get(face).getExteriorRing().getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        int other = across(ring[i - 1], ring[i], face);
        if (other >= 0 && kinds[other] == Kind.WALL) {
          common.merge(other, ring[i].distance(ring[i - 1]), Double::sum);
        }
      }
      double length = faces.get(face).getLength();
      common.forEach(
          (other, along) -> {
            if (along >= BESIDE * Math.max(length, faces.get(other).getLength())) {
              beside.join(face, other);
            }
          });
    }
    return beside;
  }

  private static Kind kind(Polygon face, double thickest) {
    if (!Polygons.mostlyThinnerThan(face, thickest)) {
      return Kind.OTHER;
    }
    return Polygons.thinnerThan(face, Sizes.MIN_WALL_M) ? Kind.CRACK : Kind.WALL;
  }

  private void addSides(int face) {
    if (kinds[face] != Kind.WALL) {
      return;
    }
    var polygon = faces.get(face);
    addSides(polygon.getExteriorRing(), face);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      addSides(polygon.getInteriorRingN(i), face);
    }
  }

  private void addSides(LinearRing of, int face) {
    var ring = of.getCoordinates();
    for (int i = 1; i < ring.length; i++) {
      var both = sides.computeIfAbsent(Edge.of(ring[i - 1], ring[i]), e -> new int[] {-1, -1});
      both[both[0] < 0 ? 0 : 1] = face;
    }
  }

  List<Polygon> walls() {
    return which(Kind.WALL, i -> true).stream().map(faces::get).toList();
  }

  /** Thinner than any wall. */
  List<Polygon> cracks() {
    return which(Kind.CRACK, i -> true).stream().map(faces::get).toList();
  }

  private interface Test {
    boolean of(int face);
  }

  private List<Integer> which(Kind kind, Test test) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == kind && test.of(i)) {
        found.add(i);
      }
    }
    return found;
  }

  /** The wall on the other side of an edge of a face; negative where there is none. */
  private int across(Coordinate a, Coordinate b, int face) {
    var both = sides.get(Edge.of(a, b));
    if (both == null) {
      return -1;
    }
    return both[0] == face ? both[1] : both[0];
  }

  /** How much of a face's outline other walls of a kind share, 0 to 1. */
  private double shared(int face, Test kind) {
    var ring = faces.get(face).getExteriorRing().getCoordinates();
    double shared = 0;
    for (int i = 1; i < ring.length; i++) {
      int other = across(ring[i - 1], ring[i], face);
      shared += other >= 0 && kind.of(other) ? ring[i].distance(ring[i - 1]) : 0;
    }
    return shared / faces.get(face).getExteriorRing().getLength();
  }

  /** What is the least work is asked first: a face that shares too little is no closet. */
  private boolean isCloset(int face) {
    return shared(face, other -> true) >= ENCLOSED
        && !isThin(face)
        && shared(face, this::isThin) >= ENCLOSED;
  }

  /** A worktop: as deep as a thick wall, long, and along thinner walls with its back. */
  private boolean isCounter(int face) {
    var polygon = faces.get(face);
    double length = polygon.getLength();
    return polygon.getNumInteriorRing() == 0
        && length / 2 <= MAX_COUNTER_M
        && length * length >= COUNTER_OUTLINE * polygon.getArea()
        && shared(face, other -> true) >= COUNTER_BACK
        && !Polygons.thinnerThan(polygon, COUNTER_M)
        && shared(face, this::isThin) >= COUNTER_BACK;
  }

  private boolean isThin(int face) {
    return thin.computeIfAbsent(face, one -> Polygons.thinnerThan(faces.get(one), BROAD_M));
  }

  /**
   * Whether a face is neither long nor a block and hangs on walls by little. Its breadth, which
   * takes most work, is asked last.
   */
  private boolean isWedge(int face) {
    var polygon = faces.get(face);
    return polygon.getNumInteriorRing() == 0
        && shared(face, other -> true) < 0.5
        && !hasOppositeSides(Rings.corners(polygon.getExteriorRing()))
        && !isBlock(polygon)
        && !Polygons.thinnerThan(polygon, Math.max(WEDGE_M, Math.sqrt(polygon.getArea() / LONG)));
  }

  /** Of more than 22 sides long enough two are parallel, so that few pairs are looked at. */
  private static boolean hasOppositeSides(List<Coordinate> corners) {
    int n = corners.size();
    double longest = 0;
    for (int i = 0; i < n; i++) {
      longest = Math.max(longest, corners.get(i).distance(corners.get((i + 1) % n)));
    }
    var directions = new ArrayList<Coordinate>();
    for (int i = 0; i < n; i++) {
      var side = new LineWork.Line(corners.get(i), corners.get((i + 1) % n), -1);
      if (side.length() >= OPPOSITE * longest) {
        var u = side.direction();
        for (var v : directions) {
          if (Math.abs(u.x * v.y - u.y * v.x) < PARALLEL) {
            return true;
          }
        }
        directions.add(u);
      }
    }
    return false;
  }

  private boolean isPier(int face) {
    var polygon = faces.get(face);
    return polygon.getArea() <= MAX_PIER_M2
        && polygon.getNumInteriorRing() == 0
        && Polygons.thinnerThan(polygon, MAX_PIER_M)
        && !Polygons.thinnerThan(polygon, MIN_PIER_M)
        && shared(face, other -> true) <= FREE_STANDING
        && isBlock(polygon);
  }

  /**
   * Whether a face fills the rectangle around it, or all but a circle; no half disc, no triangle.
   */
  private static boolean isBlock(Polygon face) {
    double length = face.getExteriorRing().getLength();
    double roundness = 4 * Math.PI * face.getArea() / (length * length);
    double around = MinimumAreaRectangle.getMinimumRectangle(face).getArea();
    return roundness >= ROUND || face.getArea() >= FILLED * around;
  }
}
