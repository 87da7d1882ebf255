package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.PageSummary;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** A page drawn by hand, in points. */
final class PageSketch {
  private static final SourceRef WHERE = new SourceRef.PageBox(1, List.of(0.0, 0.0, 1.0, 1.0));

  private Appearance appearance = Appearance.on(Layer.ZERO);
  private final List<DrawingItem> items = new ArrayList<>();

  /** What is drawn from here on is on that layer. */
  PageSketch on(String layer) {
    appearance = Appearance.on(new Layer(layer, 0, true, true));
    return this;
  }

  PageSketch line(double... xy) {
    var xyz = new double[xy.length / 2 * 3];
    for (int i = 0; i < xy.length / 2; i++) {
      xyz[3 * i] = xy[2 * i];
      xyz[3 * i + 1] = xy[2 * i + 1];
    }
    items.add(new Path(List.of(new Segment.Polyline(xyz)), false, appearance, WHERE));
    return this;
  }

  PageSketch box(double x, double y, double width, double height) {
    return line(x, y, x + width, y, x + width, y + height, x, y + height, x, y);
  }

  PageSketch arc(double x, double y, double radius, double fromDeg, double sweepDeg) {
    var arc =
        new Segment.EllipticArc(
            new Vec3(x, y, 0),
            new Vec3(radius, 0, 0),
            new Vec3(0, radius, 0),
            Math.toRadians(fromDeg),
            Math.toRadians(sweepDeg));
    items.add(new Path(List.of(arc), false, appearance, WHERE));
    return this;
  }

  PageSketch circle(double x, double y, double radius) {
    return arc(x, y, radius, 0, 360);
  }

  /** A leaf that stands at right angles to a wall along x, and its swing. */
  PageSketch door(double x, double y, double width) {
    return line(x, y, x, y + width).arc(x, y, width, 0, 90);
  }

  PageSketch text(String text, double x, double y, double height) {
    double width = 0.6 * height * text.length();
    items.add(
        new TextLabel(
            text, new Vec3(x + width / 2, y, 0), Vec3.X, height, width, appearance, WHERE));
    return this;
  }

  PageClass judged() {
    var texts =
        items.stream().filter(TextLabel.class::isInstance).map(TextLabel.class::cast).toList();
    return PageJudge.judge(
        new PageSummary(1, List.of(), items.size() - texts.size(), 0, 0, texts, items));
  }
}
