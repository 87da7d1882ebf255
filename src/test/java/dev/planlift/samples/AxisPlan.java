package dev.planlift.samples;

import dev.planlift.samples.Design.Chamber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Walls and rooms from the middle lines of walls: every face less half of the walls around it. */
final class AxisPlan {
  /** Middle lines are drawn on by this, so that they surely meet; what dangles bounds no face. */
  private static final double ON_M = 0.01;

  private static final double SAME_M = 2e-3;

  private final STRtree tree = new STRtree();
  private final List<Axis> noded = new ArrayList<>();
  private final List<Polygon> faces = new ArrayList<>();

  AxisPlan(List<Axis> axes) {
    var lines = new ArrayList<LineString>();
    for (var axis : axes) {
      boolean curved = axis.length() < 0.3;
      double on = curved ? 0 : ON_M;
      var ends = new Coordinate[] {axis.at(-on), axis.at(axis.length() + on)};
      var line = Shapes.FACTORY.createLineString(ends);
      lines.add(line);
      tree.insert(line.getEnvelopeInternal(), axis);
    }
    var union = OverlayNGRobust.union(Shapes.FACTORY.buildGeometry(lines));
    for (int i = 0; i < union.getNumGeometries(); i++) {
      var points = union.getGeometryN(i).getCoordinates();
      for (int k = 1; k < points.length; k++) {
        if (points[k - 1].distance(points[k]) > ON_M + 1e-3) {
          noded.add(new Axis(points[k - 1], points[k], thickness(points[k - 1], points[k])));
        }
      }
    }
    noded.sort(Comparator.comparing(Axis::from).thenComparing(Axis::to));
    var polygonizer = new Polygonizer();
    polygonizer.add(union);
    for (var face : polygonizer.getPolygons()) {
      faces.add((Polygon) ((Polygon) face).norm());
    }
    faces.sort(Shapes.BY_PLACE);
  }

  private double thickness(Coordinate a, Coordinate b) {
    var middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
    var box = new org.locationtech.jts.geom.Envelope(middle);
    box.expandBy(0.01);
    double best = 0;
    for (var item : tree.query(box)) {
      var axis = (Axis) item;
      best = axis.holds(middle) ? Math.max(best, axis.thickness()) : best;
    }
    return best;
  }

  /**
   * The design without openings.
   *
   * @param extra columns, stubs: walls that bound no room
   * @return empty where walls leave no room for rooms
   */
  Optional<Design> design(List<Round> rounds, List<Polygon> extra, NamesOfRooms names) {
    var inner = new ArrayList<Geometry>();
    for (var face : faces) {
      var room = room(face);
      if (room.isEmpty()) {
        return Optional.empty();
      }
      inner.add(room.get());
    }
    var outer = new ArrayList<Geometry>();
    for (var part : Shapes.parts(Shapes.union(faces))) {
      var ring = ring(part.getExteriorRing(), true);
      untangled(Shapes.moved(ring, (a, b) -> -thickness(a, b) / 2)).ifPresent(outer::add);
    }
    if (outer.size() != 1 || !outer.getFirst().isValid()) {
      return Optional.empty();
    }
    var walls = Shapes.minus(outer.getFirst(), Shapes.union(inner));
    var full = Shapes.tidy(Shapes.union(List.of(walls, Shapes.union(extra))));
    var columns = Shapes.union(extra);
    var chambers = new ArrayList<Chamber>();
    for (var room : inner) {
      var clear = Shapes.parts(Shapes.minus(room, columns));
      if (clear.size() != 1) {
        return Optional.empty();
      }
      chambers.add(new Chamber(names.next(clear.getFirst().getArea()), clear.getFirst()));
    }
    return Optional.of(new Design(full, chambers, List.of(), noded, rounds));
  }

  private Optional<Polygon> room(Polygon face) {
    var shell = moved(face.getExteriorRing(), true);
    if (shell.isEmpty()) {
      return Optional.empty();
    }
    Geometry room = shell.get();
    for (int i = 0; i < face.getNumInteriorRing(); i++) {
      var hole = moved(face.getInteriorRingN(i), false);
      room = hole.isEmpty() ? room : Shapes.minus(room, hole.get());
    }
    var parts = Shapes.parts(room);
    return parts.size() == 1 && parts.getFirst().getArea() > 1
        ? Optional.of(parts.getFirst())
        : Optional.empty();
  }

  private Optional<Polygon> moved(LinearRing ring, boolean counterClockwise) {
    return untangled(Shapes.moved(ring(ring, counterClockwise), (a, b) -> thickness(a, b) / 2));
  }

  /** The largest area a ring runs around: where chords are short, moving them makes small loops. */
  private static Optional<Polygon> untangled(List<Coordinate> ring) {
    if (ring.stream().anyMatch(p -> Double.isNaN(p.x)) || ring.size() < 3) {
      return Optional.empty();
    }
    var polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.union(Shapes.polygon(ring).getExteriorRing()));
    Optional<Polygon> largest = Optional.empty();
    for (var part : polygonizer.getPolygons()) {
      var polygon = (Polygon) ((Polygon) part).norm();
      if (largest.isEmpty() || polygon.getArea() > largest.get().getArea()) {
        largest = Optional.of(polygon);
      }
    }
    return largest;
  }

  private static List<Coordinate> ring(LinearRing ring, boolean counterClockwise) {
    var all = Arrays.asList(ring.getCoordinates());
    var open = new ArrayList<Coordinate>();
    for (var p : all.subList(0, all.size() - 1)) {
      boolean apart = open.isEmpty() || open.getLast().distance(p) > SAME_M;
      if (apart && (open.isEmpty() || p.distance(open.getFirst()) > SAME_M)) {
        open.add(p);
      }
    }
    return Orientation.isCCW(ring.getCoordinates()) == counterClockwise ? open : open.reversed();
  }
}
