package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds what a wall was drawn as, and how sure it is by how much of its faces is drawn. */
final class WallEvidence {
  private static final double FACE_M = 2e-3;
  private static final double FILLED = 0.94;
  private static final double FACES_NAMED = 0.96;
  private static final double FACES = 0.94;
  private static final double LEAST = 0.6;

  /** Where so much of the faces is drawn, nothing is missing: ends of other walls hide the rest. */
  private static final double WHOLE = 0.8;

  private static final double HARDLY = 0.15;

  private final LineWork work;
  private final LineIndex index;
  private final HPRtree areas = new HPRtree();
  private final HPRtree holes = new HPRtree();
  private final boolean noAreas;
  private final boolean noHoles;

  /** What a wall rests on. */
  record Found(Set<Integer> items, double confidence, String reason) {}

  WallEvidence(LineWork work, LineIndex index, List<Hole> openings) {
    this.work = work;
    this.index = index;
    boolean none = true;
    for (var area : work.areas()) {
      if (work.mayBeWall(area.item())) {
        areas.insert(area.polygon().getEnvelopeInternal(), area);
        none = false;
      }
    }
    noAreas = none;
    noHoles = openings.isEmpty();
    openings.forEach(hole -> holes.insert(new Envelope(hole.center()), hole));
  }

  Found of(Polygon piece, List<Coordinate> middleLine, double thickness) {
    var items = new TreeSet<Integer>();
    double drawn = drawn(piece, thickness, items);
    double faces = Math.max(thickness, faces(piece, thickness) - open(piece));
    double share = Math.min(1, drawn / faces);
    boolean filled = fill(piece, items);
    if (filled) {
      return new Found(items, FILLED, "a filled area as thick as a wall");
    }
    if (share < HARDLY) {
      return along(middleLine, items);
    }
    boolean named = items.stream().anyMatch(item -> work.use(item) == LineWork.Use.WALL);
    double most = named ? FACES_NAMED : FACES;
    double confidence = LEAST + (most - LEAST) * Math.min(1, share / WHOLE);
    var reason = named ? "two faces on a layer of walls" : "two faces as far apart as a wall's";
    return new Found(items, confidence, share < WHOLE / 2 ? reason + ", drawn in part" : reason);
  }

  /** The items whose lines run along a footprint's edges. */
  Set<Integer> itemsAlong(Polygon footprint) {
    var items = new TreeSet<Integer>();
    drawn(footprint, 0, items);
    return items;
  }

  /** A wall of no faces: of one line in its middle, or a stretch between others. */
  private Found along(List<Coordinate> middleLine, Set<Integer> items) {
    var a = middleLine.getFirst();
    var b = middleLine.getLast();
    var box = new Envelope(a, b);
    box.expandBy(FACE_M);
    for (var line : index.in(box, line -> work.mayBeWall(line.item()))) {
      if (Distance.pointToSegment(line.middle(), a, b) < FACE_M) {
        items.add(line.item());
      }
    }
    return items.isEmpty()
        ? new Found(items, 0.7, "a stretch between other walls")
        : new Found(items, 0.7, "one line, its thickness assumed");
  }

  /** The length of all edges but those across the wall. */
  private static double faces(Polygon piece, double thickness) {
    double length = 0;
    for (var edge : Rings.edges(piece)) {
      length += edge.length() > 1.2 * thickness ? edge.length() : 0;
    }
    return length;
  }

  /** Where openings are, no faces need be drawn. */
  private double open(Polygon piece) {
    double[] width = {0};
    if (!noHoles) {
      holes.query(
          piece.getEnvelopeInternal(),
          item -> {
            if (item instanceof Hole hole
                && SimplePointInAreaLocator.locate(hole.center(), piece) != Location.EXTERIOR) {
              width[0] += 2 * hole.width();
            }
          });
    }
    return width[0];
  }

  /** How much of the faces lines run along; their items are added. */
  private double drawn(Polygon piece, double thickness, Set<Integer> items) {
    var edges = Rings.edges(piece);
    var box = piece.getEnvelopeInternal();
    box.expandBy(FACE_M);
    double drawn = 0;
    for (var line : index.in(box, line -> work.mayBeWall(line.item()))) {
      var middle = line.middle();
      for (var edge : edges) {
        boolean along = Distance.pointToSegment(middle, edge.a(), edge.b()) < FACE_M;
        if (along) {
          items.add(line.item());
        }
        if (edge.length() > 1.2 * thickness) {
          drawn += common(edge, line);
        }
      }
    }
    return drawn;
  }

  /** How far a line runs along an edge. */
  private static double common(LineWork.Line edge, LineWork.Line line) {
    var u = edge.direction();
    double across = Math.max(off(edge, u, line.a()), off(edge, u, line.b()));
    if (across > FACE_M) {
      return 0;
    }
    double a = along(edge, u, line.a());
    double b = along(edge, u, line.b());
    return Math.max(0, Math.min(edge.length(), Math.max(a, b)) - Math.max(0, Math.min(a, b)));
  }

  private static double off(LineWork.Line edge, Coordinate u, Coordinate p) {
    return Math.abs((p.y - edge.a().y) * u.x - (p.x - edge.a().x) * u.y);
  }

  private static double along(LineWork.Line edge, Coordinate u, Coordinate p) {
    return (p.x - edge.a().x) * u.x + (p.y - edge.a().y) * u.y;
  }

  /** Whether a filled area or a wide line is drawn in the middle of a piece. */
  private boolean fill(Polygon piece, Set<Integer> items) {
    if (noAreas) {
      return false;
    }
    var at = piece.getInteriorPoint().getCoordinate();
    int before = items.size();
    areas.query(
        new Envelope(at),
        item -> {
          if (item instanceof LineWork.Area area
              && SimplePointInAreaLocator.locate(at, area.polygon()) != Location.EXTERIOR) {
            items.add(area.item());
          }
        });
    return items.size() > before;
  }
}
