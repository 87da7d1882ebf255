package dev.planlift.samples;

import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/**
 * Draws strokes on a sheet, through a turn, a mirror and a scale where it draws into a block that
 * is placed so.
 *
 * @param frame of what it draws, over the design
 */
record Pen(DxfSketch sheet, Frame frame) {
  /** Design to drawn: first moved, then turned, mirrored (y) and scaled. */
  record Frame(double dx, double dy, double turnRad, boolean mirrored, double scale) {
    static final Frame NONE = new Frame(0, 0, 0, false, 1);

    Coordinate of(Coordinate p) {
      double cos = Math.cos(turnRad);
      double sin = Math.sin(turnRad);
      double x = p.x + dx;
      double y = p.y + dy;
      double u = cos * x - sin * y;
      double v = sin * x + cos * y;
      return new Coordinate(u * scale, (mirrored ? -v : v) * scale);
    }
  }

  static Pen on(DxfSketch sheet) {
    return new Pen(sheet, Frame.NONE);
  }

  /** A pen for a block's definition, and the block placed so that all lies where it should. */
  void block(String wanted, String layer, Frame inside, Consumer<Pen> content) {
    var name = sheet.unusedName(wanted);
    sheet.block(name, block -> content.accept(new Pen(block, inside)));
    double s = frame.scale() / inside.scale();
    double turn = frame.turnRad() - inside.turnRad();
    double upright = frame.mirrored() == inside.mirrored() ? s : -s;
    var at = frame.of(new Coordinate(-inside.dx(), -inside.dy()));
    sheet.any(
        "INSERT",
        layer,
        "AcDbBlockReference",
        body ->
            body.text(2, name)
                .at(10, at.x, at.y)
                .number(41, s)
                .number(42, upright)
                .number(43, s)
                .angle(50, Math.toDegrees(frame.mirrored() ? -turn : turn)));
  }

  void line(String layer, Coordinate a, Coordinate b) {
    var p = frame.of(a);
    var q = frame.of(b);
    sheet.line(layer, p.x, p.y, q.x, q.y);
  }

  void circle(String layer, Coordinate center, double radius) {
    var p = frame.of(center);
    sheet.circle(layer, p.x, p.y, radius * frame.scale());
  }

  void arc(String layer, Coordinate center, double radius, double startRad, double sweepRad) {
    var p = frame.of(center);
    double sign = frame.mirrored() ? -1 : 1;
    double from = sign * (startRad + frame.turnRad());
    double sweep = sign * sweepRad;
    double low = sweep > 0 ? from : from + sweep;
    sheet.arc(
        layer,
        p.x,
        p.y,
        radius * frame.scale(),
        Math.toDegrees(low),
        Math.toDegrees(low + Math.abs(sweep)));
  }

  void curve(String layer, Stroke.Curve c) {
    if (Math.abs(c.sweepRad()) > 2 * Math.PI - 1e-6) {
      circle(layer, c.round().center(), c.round().radius());
    } else {
      arc(layer, c.round().center(), c.round().radius(), c.startRad(), c.sweepRad());
    }
  }

  /** A light polyline; bulges as in DXF, 0 for straight. */
  void polyline(
      String layer, List<Coordinate> points, List<Double> bulges, boolean closed, double width) {
    sheet.any(
        "LWPOLYLINE",
        layer,
        "AcDbPolyline",
        body -> {
          body.whole(90, points.size()).whole(70, closed ? 1 : 0);
          if (width > 0) {
            body.length(43, width * frame.scale());
          }
          vertices(body, points, bulges);
        });
  }

  private void vertices(DxfSketch.Body body, List<Coordinate> points, List<Double> bulges) {
    for (int i = 0; i < points.size(); i++) {
      var p = frame.of(points.get(i));
      body.at2(10, p.x, p.y);
      if (bulges.get(i) != 0) {
        body.number(42, frame.mirrored() ? -bulges.get(i) : bulges.get(i));
      }
    }
  }

  /** Strokes that make a ring, as one closed polyline. */
  void ring(String layer, List<Stroke> strokes) {
    polyline(layer, starts(strokes), bulges(strokes), true, 0);
  }

  private static List<Coordinate> starts(List<Stroke> strokes) {
    return halved(strokes).stream().map(Stroke::from).toList();
  }

  private static List<Double> bulges(List<Stroke> strokes) {
    return halved(strokes).stream()
        .map(s -> s instanceof Stroke.Curve c ? c.bulge() : 0.0)
        .toList();
  }

  /** Full circles as two halves: a bulge cannot say more. */
  static List<Stroke> halved(List<Stroke> strokes) {
    if (strokes.size() == 1 && strokes.getFirst() instanceof Stroke.Curve c) {
      double half = c.sweepRad() / 2;
      return List.of(
          new Stroke.Curve(c.round(), c.startRad(), half),
          new Stroke.Curve(c.round(), c.startRad() + half, half));
    }
    return strokes;
  }

  /** A cubic B-spline that follows an arc to a hair: Bézier pieces of at most 45 degrees. */
  void spline(String layer, Stroke.Curve c) {
    int pieces = (int) Math.ceil(Math.abs(c.sweepRad()) / Math.toRadians(45));
    double part = c.sweepRad() / pieces;
    double k = 4.0 / 3 * Math.tan(part / 4) * c.round().radius();
    var points = new java.util.ArrayList<Coordinate>();
    points.add(c.from());
    for (int i = 0; i < pieces; i++) {
      double a = c.startRad() + part * i;
      double b = a + part;
      var p = c.round().at(a);
      var q = c.round().at(b);
      points.add(new Coordinate(p.x - Math.sin(a) * k, p.y + Math.cos(a) * k));
      points.add(new Coordinate(q.x + Math.sin(b) * k, q.y - Math.cos(b) * k));
      points.add(q);
    }
    sheet.any(
        "SPLINE",
        layer,
        "AcDbSpline",
        body -> {
          body.whole(70, 8).whole(71, 3).whole(72, points.size() + 4).whole(73, points.size());
          body.whole(74, 0);
          for (int i = 0; i <= pieces; i++) {
            for (int r = 0; r < (i == 0 || i == pieces ? 4 : 3); r++) {
              body.number(40, i);
            }
          }
          for (var point : points) {
            var p = frame.of(point);
            body.at(10, p.x, p.y);
          }
        });
  }

  /** A hatch; {@code pattern} SOLID or a name with lines of 45 degrees. */
  void hatch(String layer, List<List<Stroke>> rings, boolean solid) {
    sheet.any(
        "HATCH",
        layer,
        "AcDbHatch",
        body -> {
          body.number(10, 0).number(20, 0).number(30, 0);
          body.number(210, 0).number(220, 0).number(230, 1);
          body.text(2, solid ? "SOLID" : "ANSI31").whole(70, solid ? 1 : 0).whole(71, 0);
          body.whole(91, rings.size());
          for (var ring : rings) {
            var points = starts(ring);
            body.whole(92, 3).whole(72, 1).whole(73, 1).whole(93, points.size());
            hatchVertices(body, points, bulges(ring));
            body.whole(97, 0);
          }
          body.whole(75, 0).whole(76, 1);
          if (!solid) {
            body.number(52, 0).number(41, 1).whole(77, 0).whole(78, 1);
            body.number(53, 45).number(43, 0).number(44, 0);
            body.length(45, -0.05 * frame.scale()).length(46, 0.05 * frame.scale()).whole(79, 0);
          }
          body.whole(98, 0);
        });
  }

  private void hatchVertices(DxfSketch.Body body, List<Coordinate> points, List<Double> bulges) {
    for (int i = 0; i < points.size(); i++) {
      var p = frame.of(points.get(i));
      body.at2(10, p.x, p.y);
      body.number(42, frame.mirrored() ? -bulges.get(i) : bulges.get(i));
    }
  }

  /** A straight double line about its middle. */
  void mline(String layer, Coordinate a, Coordinate b, double thickness) {
    var p = frame.of(a);
    var q = frame.of(b);
    double length = p.distance(q);
    double ux = (q.x - p.x) / length;
    double uy = (q.y - p.y) / length;
    double t = thickness * frame.scale();
    sheet.any(
        "MLINE",
        layer,
        "AcDbMline",
        body -> {
          body.text(2, "Standard").length(40, t).whole(70, 1).whole(71, 1).whole(72, 2);
          body.whole(73, 2).at(10, p.x, p.y).number(210, 0).number(220, 0).number(230, 1);
          for (var end : List.of(p, q)) {
            body.at(11, end.x, end.y).direction(12, ux, uy).direction(13, -uy, ux);
            for (double side : new double[] {0.5, -0.5}) {
              body.whole(74, 2).length(41, side * t).number(41, 0).whole(75, 0);
            }
          }
        });
  }

  /** A dimension along x or y; the frame may only move. */
  void dimension(String layer, Coordinate a, Coordinate b, double at, boolean vertical) {
    var p = frame.of(a);
    var q = frame.of(b);
    var line = frame.of(new Coordinate(at, at));
    sheet.dimension(layer, p.x, p.y, q.x, q.y, vertical ? line.x : line.y, vertical);
  }

  void insert(String layer, String block, Coordinate at, double angleDeg) {
    var p = frame.of(at);
    sheet.insert(layer, block, p.x, p.y, angleDeg, 1, 1);
  }

  void text(String layer, double height, Coordinate at, String text) {
    var p = frame.of(at);
    sheet.text(layer, height * frame.scale(), p.x, p.y, 0, text);
  }
}
