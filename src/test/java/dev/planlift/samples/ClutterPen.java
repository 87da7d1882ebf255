package dev.planlift.samples;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Draws what else is on a sheet: furniture, axes, dimensions, tiles, a frame, a tree. */
final class ClutterPen {
  private final Pen pen;
  private final Design design;
  private final Manner manner;
  private final Random random;

  ClutterPen(Pen pen, Design design, Manner manner, Random random) {
    this.pen = pen;
    this.design = design;
    this.manner = manner;
    this.random = random;
  }

  void draw() {
    var n = manner.names();
    var box = design.walls().getEnvelopeInternal();
    axes(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
    frame(box.getMinX() - 4, box.getMaxX() + 7, box.getMinY() - 5, box.getMaxY() + 5);
    for (var chamber : design.chambers()) {
      var at = chamber.middle();
      if (random.nextBoolean()) {
        table(chamber, new Coordinate(at.x + 0.4, at.y + 0.5), n.furniture());
      }
    }
    var tree = new Coordinate(box.getMaxX() + 2.5, box.getMinY() + 2);
    pen.circle(n.furniture(), tree, 1.2);
    pen.circle(n.furniture(), tree, 0.15);
  }

  private void table(Design.Chamber chamber, Coordinate at, String layer) {
    var top = Shapes.rectangle(at, 0, 1.2, 0.7);
    if (chamber.clear().contains(top)) {
      var c = top.getExteriorRing().getCoordinates();
      pen.polyline(layer, List.of(c[0], c[1], c[2], c[3]), List.of(0.0, 0.0, 0.0, 0.0), true, 0);
      pen.circle(layer, new Coordinate(at.x, at.y - 0.6), 0.2);
    }
  }

  /** Middle lines with their bubbles, nothing else. */
  void grid() {
    var box = design.walls().getEnvelopeInternal();
    axes(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
  }

  private void axes(double x0, double x1, double y0, double y1) {
    var layer = manner.names().axis();
    double step = 4.2;
    double r = 0.4;
    int number = 1;
    for (double x = x0 + 0.15; x < x1; x += step) {
      pen.line(layer, new Coordinate(x, y0 - 2), new Coordinate(x, y1 + 2));
      pen.circle(layer, new Coordinate(x, y0 - 2 - r), r);
      pen.text(layer, 0.25, new Coordinate(x, y0 - 2 - r), Integer.toString(number++));
    }
    for (double y = y0 + 0.15; y < y1; y += step) {
      pen.line(layer, new Coordinate(x0 - 2, y), new Coordinate(x1 + 2, y));
      pen.circle(layer, new Coordinate(x0 - 2 - r, y), r);
      pen.text(layer, 0.25, new Coordinate(x0 - 2 - r, y), Character.toString('A' + number++ % 20));
    }
  }

  private void frame(double x0, double x1, double y0, double y1) {
    var layer = manner.names().axis();
    for (double in : new double[] {0, 0.4}) {
      pen.polyline(
          layer,
          List.of(
              new Coordinate(x0 + in, y0 + in),
              new Coordinate(x1 - in, y0 + in),
              new Coordinate(x1 - in, y1 - in),
              new Coordinate(x0 + in, y1 - in)),
          List.of(0.0, 0.0, 0.0, 0.0),
          true,
          0);
    }
    pen.text(layer, 0.4, new Coordinate((x0 + x1) / 2, y0 + 1), "GROUND FLOOR 1:100");
  }
}
