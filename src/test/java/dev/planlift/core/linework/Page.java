package dev.planlift.core.linework;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Things drawn on a page, in points. */
final class Page {
  static final Appearance PEN = Appearance.on(Layer.ZERO);

  private final List<DrawingItem> items = new ArrayList<>();

  List<DrawingItem> items() {
    return List.copyOf(items);
  }

  /** A path through x, y, x, y … */
  Page path(double... xy) {
    return segments(false, polyline(xy));
  }

  Page segments(boolean closed, Segment... segments) {
    items.add(
        new Path(List.of(segments), closed, new Stroke(0.5, 0.5), Vec3.ZERO, PEN, at(0, 0, 1, 1)));
    return this;
  }

  /** A filled area around x, y, x, y … */
  Page fill(double... xy) {
    return area(xy);
  }

  /** A filled area of several loops. */
  Page area(double[]... loops) {
    items.add(
        new FilledRegion(
            Stream.of(loops).map(xy -> List.<Segment>of(polyline(xy))).toList(),
            new FilledRegion.Fill.Solid(),
            Vec3.ZERO,
            PEN,
            at(0, 0, 1, 1)));
    return this;
  }

  static Segment.Polyline polyline(double... xy) {
    var xyz = new double[xy.length / 2 * 3];
    for (int i = 0; i < xy.length / 2; i++) {
      xyz[3 * i] = xy[2 * i];
      xyz[3 * i + 1] = xy[2 * i + 1];
    }
    return new Segment.Polyline(xyz);
  }

  /** The Bézier that programs draw for a part of a circle, no more than a quarter. */
  static Segment.CubicBezier bezier(double x, double y, double r, double fromDeg, double toDeg) {
    double a = Math.toRadians(fromDeg);
    double b = Math.toRadians(toDeg);
    double k = 4.0 / 3 * Math.tan((b - a) / 4) * r;
    var p = new Vec3(x + r * Math.cos(a), y + r * Math.sin(a), 0);
    var q = new Vec3(x + r * Math.cos(b), y + r * Math.sin(b), 0);
    return new Segment.CubicBezier(
        p,
        p.plus(new Vec3(-Math.sin(a) * k, Math.cos(a) * k, 0)),
        q.minus(new Vec3(-Math.sin(b) * k, Math.cos(b) * k, 0)),
        q);
  }

  /** Vertices on a circle, rounded to a grid. */
  static double[] round(
      double x, double y, double r, double fromDeg, double toDeg, int chords, double grid) {
    var xy = new double[2 * (chords + 1)];
    for (int i = 0; i <= chords; i++) {
      double t = Math.toRadians(fromDeg + (toDeg - fromDeg) * i / chords);
      xy[2 * i] = Math.rint((x + r * Math.cos(t)) / grid) * grid;
      xy[2 * i + 1] = Math.rint((y + r * Math.sin(t)) / grid) * grid;
    }
    return xy;
  }

  static Path onlyPath(List<DrawingItem> items) {
    if (items.size() != 1) {
      throw new AssertionError(items.size() + " items");
    }
    return (Path) items.getFirst();
  }

  static SourceRef at(double x0, double y0, double x1, double y1) {
    return new SourceRef.PageBox(1, List.of(x0, y0, x1, y1));
  }
}
