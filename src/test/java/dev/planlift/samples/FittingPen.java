package dev.planlift.samples;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Fits rooms out: furniture along walls, tiles in small rooms, flights of stairs, lifts. */
final class FittingPen {
  /** A block whose back middle is at its origin, and what it takes. */
  private record Piece(String block, double width, double depth) {}

  private static final List<Piece> LARGE =
      List.of(
          new Piece("BED_DOUBLE", 1.8, 2.05),
          new Piece("SOFA", 2.2, 0.9),
          new Piece("KITCHEN_UNIT", 3.4, 0.6),
          new Piece("WARDROBE", 1.8, 0.6),
          new Piece("DESK", 1.2, 1.1),
          new Piece("SIDEBOARD", 1.6, 0.4));

  private static final List<Piece> WET =
      List.of(
          new Piece("TOILET", 0.36, 0.62),
          new Piece("BASIN", 0.6, 0.45),
          new Piece("BATHTUB", 1.7, 0.75));

  private static final double WET_M2 = 8;
  private static final double TILE_M = 0.3;
  private static final double TREAD_M = 0.27;

  private final Pen pen;
  private final Design design;
  private final Manner manner;
  private final Random random;

  FittingPen(Pen pen, Design design, Manner manner, Random random) {
    this.pen = pen;
    this.design = design;
    this.manner = manner;
    this.random = random;
  }

  void draw(Set<Dress.Part> parts) {
    int flights = 0;
    for (var chamber : design.chambers()) {
      var box = chamber.clear().getEnvelopeInternal();
      double area = chamber.clear().getArea();
      boolean straight = area > 0.98 * box.getArea();
      boolean narrow = Math.min(box.getWidth(), box.getHeight()) < 3;
      if (parts.contains(Dress.Part.FLIGHTS) && straight && flights < 3 && area > 5 && narrow) {
        flights++;
        flight(box);
        continue;
      }
      if (parts.contains(Dress.Part.TILES) && area < WET_M2) {
        tiles(chamber.clear());
      }
      if (parts.contains(Dress.Part.FURNITURE)) {
        furnish(chamber.clear(), area < WET_M2 ? WET : LARGE);
      }
    }
  }

  /** Two runs of treads side by side, or a cab with its cross where the room is short. */
  private void flight(Envelope box) {
    var layer = manner.names().furniture();
    boolean upright = box.getHeight() > box.getWidth();
    double across = upright ? box.getWidth() : box.getHeight();
    double along = upright ? box.getHeight() : box.getWidth();
    if (along < 3.4) {
      double in = 0.25;
      var a = new Coordinate(box.getMinX() + in, box.getMinY() + in);
      var b = new Coordinate(box.getMaxX() - in, box.getMinY() + in);
      var c = new Coordinate(box.getMaxX() - in, box.getMaxY() - in);
      var d = new Coordinate(box.getMinX() + in, box.getMaxY() - in);
      pen.polyline(layer, List.of(a, b, c, d), List.of(0.0, 0.0, 0.0, 0.0), true, 0);
      pen.line(layer, a, c);
      pen.line(layer, b, d);
      return;
    }
    int treads = (int) Math.min(9, (along - 2.2) / TREAD_M);
    double half = across / 2;
    for (int run = 0; run < 2; run++) {
      double low = run == 0 ? 0.02 : half + 0.05;
      double high = run == 0 ? half - 0.05 : across - 0.02;
      for (int i = 0; i <= treads; i++) {
        double at = 1.1 + i * TREAD_M;
        line(layer, box, upright, at, low, high);
      }
    }
  }

  private void line(
      String layer, Envelope box, boolean upright, double at, double low, double high) {
    double x = box.getMinX();
    double y = box.getMinY();
    pen.line(
        layer,
        upright ? new Coordinate(x + low, y + at) : new Coordinate(x + at, y + low),
        upright ? new Coordinate(x + high, y + at) : new Coordinate(x + at, y + high));
  }

  private void tiles(Polygon floor) {
    var layer = manner.names().furniture();
    var box = floor.getEnvelopeInternal();
    for (double x = box.getMinX() + TILE_M; x < box.getMaxX(); x += TILE_M) {
      clipped(layer, floor, x, box.getMinY() - 1, x, box.getMaxY() + 1);
    }
    for (double y = box.getMinY() + TILE_M; y < box.getMaxY(); y += TILE_M) {
      clipped(layer, floor, box.getMinX() - 1, y, box.getMaxX() + 1, y);
    }
  }

  private void clipped(String layer, Polygon floor, double x0, double y0, double x1, double y1) {
    var line =
        Shapes.FACTORY.createLineString(
            new Coordinate[] {new Coordinate(x0, y0), new Coordinate(x1, y1)});
    var inside = OverlayNGRobust.overlay(floor, line, OverlayNG.INTERSECTION);
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      var c = inside.getGeometryN(i).getCoordinates();
      if (c.length == 2 && c[0].distance(c[1]) > 0.02) {
        pen.line(layer, c[0], c[1]);
      }
    }
  }

  /** Pieces with their backs along walls, where no door opens. */
  private void furnish(Polygon floor, List<Piece> pieces) {
    var ring = floor.getExteriorRing().getCoordinates();
    Polygon taken = Shapes.FACTORY.createPolygon();
    for (int i = 0; i < 12; i++) {
      int edge = 1 + random.nextInt(ring.length - 1);
      var piece = pieces.get(random.nextInt(pieces.size()));
      double length = ring[edge - 1].distance(ring[edge]);
      if (length < piece.width() + 0.1) {
        continue;
      }
      var axis = new Axis(ring[edge - 1], ring[edge], 0);
      double along = piece.width() / 2 + (length - piece.width()) * random.nextDouble();
      double angle = axis.angleRad();
      int side = inward(floor, axis) ? 1 : -1;
      var at = off(axis.at(along), angle, side * 0.005);
      var middle = off(at, angle, side * piece.depth() / 2);
      var takes = Shapes.rectangle(middle, angle, piece.width(), piece.depth() - 0.002);
      if (floor.contains(takes) && !taken.intersects(takes) && isFree(takes)) {
        taken = Shapes.parts(Shapes.union(List.of(taken, takes))).getFirst();
        double turn = Math.toDegrees(angle) + (side > 0 ? 0 : 180);
        pen.insert(manner.names().furniture(), piece.block(), at, turn);
      }
    }
  }

  private static boolean inward(Polygon floor, Axis axis) {
    var probe = off(axis.at(axis.length() / 2), axis.angleRad(), 0.02);
    return floor.contains(Shapes.FACTORY.createPoint(probe));
  }

  private static Coordinate off(Coordinate p, double angleRad, double by) {
    return new Coordinate(p.x - Math.sin(angleRad) * by, p.y + Math.cos(angleRad) * by);
  }

  private boolean isFree(Polygon takes) {
    return design.gates().stream()
        .filter(g -> !g.window())
        .noneMatch(
            g -> g.swept().intersects(takes) || g.hung(-g.swing(), 1).swept().intersects(takes));
  }
}
