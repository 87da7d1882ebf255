package dev.planlift.samples;

import dev.planlift.score.PlanTruth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * One storey, designed in metres: the outer face of its walls and the clear outline of each room;
 * what lies between is wall. Openings are cut through it.
 *
 * @param outer outer face of the walls
 */
record FloorPlan(Polygon outer, List<Room> rooms, List<Opening> openings, List<Symbol> symbols) {
  /** A tenth of a millimetre: finer than any drafter, coarse enough that touching faces touch. */
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(10_000));

  /**
   * @param labelX where its name is written
   * @param polygon its clear outline
   */
  record Room(String label, double labelX, double labelY, Polygon polygon) {
    static Room box(String label, double left, double bottom, double right, double top) {
      var outline = FloorPlan.polygon(left, bottom, right, bottom, right, top, left, top);
      return new Room(label, (left + right) / 2, (bottom + top) / 2, outline);
    }

    Room namedAt(double x, double y) {
      return new Room(label, x, y, polygon);
    }
  }

  enum Kind {
    DOOR,
    WINDOW
  }

  /**
   * A hole through a wall.
   *
   * @param x its middle, on the wall's axis
   * @param vertical whether its wall runs along y instead of x
   * @param leaves of a door; 0 of a window
   * @param swingsLeft whether the leaves open to the left of the wall's direction (+x or +y)
   * @param hingeAtStart whether a single leaf hangs at the end with the smaller coordinate
   */
  record Opening(
      Kind kind,
      double x,
      double y,
      double width,
      double thickness,
      boolean vertical,
      int leaves,
      boolean swingsLeft,
      boolean hingeAtStart) {

    static Opening window(double x, double y, double width, double thickness, boolean vertical) {
      return new Opening(Kind.WINDOW, x, y, width, thickness, vertical, 0, true, true);
    }

    double angleRad() {
      return vertical ? Math.PI / 2 : 0;
    }

    /** A little thicker than the wall, so that cutting leaves no sliver. */
    Polygon hole() {
      double along = width / 2;
      double across = thickness / 2 + 0.01;
      double dx = vertical ? across : along;
      double dy = vertical ? along : across;
      return FloorPlan.polygon(x - dx, y - dy, x + dx, y - dy, x + dx, y + dy, x - dx, y + dy);
    }
  }

  /** A block put somewhere: a bed, a table. */
  record Symbol(String block, double x, double y, double rotationDeg) {}

  /** All walls as if nothing had been cut through them. */
  Geometry walls() {
    return outer.difference(unionOf(rooms.stream().map(Room::polygon).toList()));
  }

  /** What a drafter draws as wall: interrupted at every door and window. */
  List<Polygon> wallPieces() {
    return polygonsOf(walls().difference(unionOf(openings.stream().map(Opening::hole).toList())));
  }

  /** What is true of the plan once it lies in its drawing. */
  PlanTruth truth(Placement placement) {
    var walls =
        polygonsOf(walls()).stream()
            .map(
                wall ->
                    new PlanTruth.WallArea(
                        placed(wall.getExteriorRing().getCoordinates(), placement),
                        holesOf(wall, placement)))
            .toList();
    var cut =
        openings.stream()
            .map(
                o -> {
                  var at = placement.metres(o.x(), o.y());
                  double angle = o.angleRad() + placement.rotationRad();
                  var kind = o.kind() == Kind.DOOR ? "door" : "window";
                  return new PlanTruth.Opening(kind, at[0], at[1], o.width(), angle, o.thickness());
                })
            .toList();
    var clear =
        rooms.stream()
            .map(
                room -> {
                  var shape = room.polygon();
                  var middle = shape.getCentroid();
                  var at = placement.metres(middle.getX(), middle.getY());
                  return new PlanTruth.Room(
                      room.label(),
                      shape.getArea(),
                      at[0],
                      at[1],
                      placed(shape.getExteriorRing().getCoordinates(), placement));
                })
            .toList();
    return new PlanTruth(1 / placement.unitsPerMetre(), walls, cut, clear);
  }

  /** Corners, x and y by turns, not closed. */
  static Polygon polygon(double... xy) {
    var ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < xy.length / 2; i++) {
      ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
      FACTORY.getPrecisionModel().makePrecise(ring[i]);
    }
    ring[ring.length - 1] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static Geometry unionOf(List<Polygon> parts) {
    return parts.isEmpty() ? FACTORY.createPolygon() : UnaryUnionOp.union(parts);
  }

  private static List<Polygon> polygonsOf(Geometry geometry) {
    var found = new ArrayList<Polygon>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        found.add(polygon);
      }
    }
    return found;
  }

  private static List<List<double[]>> holesOf(Polygon wall, Placement placement) {
    var holes = new ArrayList<List<double[]>>();
    for (int i = 0; i < wall.getNumInteriorRing(); i++) {
      holes.add(placed(wall.getInteriorRingN(i).getCoordinates(), placement));
    }
    return holes;
  }

  private static List<double[]> placed(Coordinate[] ring, Placement placement) {
    return Arrays.stream(ring, 0, ring.length - 1).map(c -> placement.metres(c.x, c.y)).toList();
  }
}
