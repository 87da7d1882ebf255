package dev.planlift.samples;

import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/** Draws chains of dimensions before the south and the west front: openings, then all of it. */
final class DimensionPen {
  private final Pen pen;
  private final Design design;
  private final String layer;

  DimensionPen(Pen pen, Design design, String layer) {
    this.pen = pen;
    this.design = design;
    this.layer = layer;
  }

  void draw() {
    var box = design.walls().getEnvelopeInternal();
    chain(openings(box.getMinY(), false), box.getMinX(), box.getMaxX(), box.getMinY(), false);
    chain(openings(box.getMinX(), true), box.getMinY(), box.getMaxY(), box.getMinX(), true);
  }

  private List<Double> openings(double front, boolean vertical) {
    var at = new TreeSet<Double>();
    for (var gate : design.gates()) {
      double across = vertical ? gate.at().x : gate.at().y;
      double along = vertical ? gate.at().y : gate.at().x;
      double turn = vertical ? Math.cos(gate.angleRad()) : Math.sin(gate.angleRad());
      if (gate.outside() && Math.abs(across - front) < 1 && Math.abs(turn) < 1e-6) {
        at.add(along - gate.width() / 2);
        at.add(along + gate.width() / 2);
      }
    }
    return List.copyOf(at);
  }

  private void chain(List<Double> inner, double from, double to, double front, boolean vertical) {
    var all = new TreeSet<>(inner);
    all.add(from);
    all.add(to);
    double before = from;
    for (double at : all) {
      if (at > before + 0.01) {
        dimension(before, at, front, front - 1.3, vertical);
        before = at;
      }
    }
    dimension(from, to, front, front - 2, vertical);
  }

  private void dimension(double from, double to, double front, double at, boolean vertical) {
    var a = vertical ? new Coordinate(front - 0.2, from) : new Coordinate(from, front - 0.2);
    var b = vertical ? new Coordinate(front - 0.2, to) : new Coordinate(to, front - 0.2);
    pen.dimension(layer, a, b, at, vertical);
  }
}
