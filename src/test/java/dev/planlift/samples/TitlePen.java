package dev.planlift.samples;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Draws what surrounds a plan on its sheet: a title block, a legend, a north arrow. */
final class TitlePen {
  private static final List<String> LINES =
      List.of("PROJECT 1207", "A-101", "1:100", "2026-03-14", "drawn: MK", "Rev. B");
  private static final List<String> KEY =
      List.of("concrete", "masonry", "partition", "demolition", "new wall");

  private final Pen pen;
  private final Manner manner;
  private final Random random;

  TitlePen(Pen pen, Manner manner, Random random) {
    this.pen = pen;
    this.manner = manner;
    this.random = random;
  }

  void draw(Envelope plan) {
    double x = plan.getMaxX() + 5;
    block(x, plan.getMinY() - 2);
    legend(x, plan.getMinY() + 4);
    north(new Coordinate(x + 2, plan.getMaxY() - 1));
  }

  private void block(double x, double y) {
    var layer = manner.names().axis();
    box(layer, x, y, x + 6, y + 0.6 * LINES.size());
    for (int i = 0; i < LINES.size(); i++) {
      if (i > 0) {
        pen.line(layer, new Coordinate(x, y + 0.6 * i), new Coordinate(x + 6, y + 0.6 * i));
      }
      pen.text(manner.names().text(), 0.2, new Coordinate(x + 3, y + 0.6 * i + 0.3), LINES.get(i));
    }
  }

  /** Samples of walls beside what they mean: pairs of lines as far apart as walls. */
  private void legend(double x, double y) {
    var layer = random.nextBoolean() ? manner.names().wall() : manner.names().axis();
    for (int i = 0; i < KEY.size(); i++) {
      double at = y + 0.7 * i;
      if (i % 2 == 0) {
        box(layer, x, at, x + 1.2, at + 0.24);
      } else {
        pen.line(layer, new Coordinate(x, at), new Coordinate(x + 1.2, at));
        pen.line(layer, new Coordinate(x, at + 0.12), new Coordinate(x + 1.2, at + 0.12));
      }
      pen.text(manner.names().text(), 0.2, new Coordinate(x + 2.6, at + 0.12), KEY.get(i));
    }
  }

  private void north(Coordinate at) {
    var layer = manner.names().axis();
    pen.circle(layer, at, 0.9);
    var tip = new Coordinate(at.x, at.y + 0.9);
    pen.line(layer, tip, new Coordinate(at.x - 0.4, at.y - 0.7));
    pen.line(layer, tip, new Coordinate(at.x + 0.4, at.y - 0.7));
    pen.line(layer, tip, new Coordinate(at.x, at.y - 0.3));
    pen.text(manner.names().text(), 0.35, new Coordinate(at.x, at.y + 1.3), "N");
  }

  private void box(String layer, double x0, double y0, double x1, double y1) {
    pen.polyline(
        layer,
        List.of(
            new Coordinate(x0, y0),
            new Coordinate(x1, y0),
            new Coordinate(x1, y1),
            new Coordinate(x0, y1)),
        List.of(0.0, 0.0, 0.0, 0.0),
        true,
        0);
  }
}
