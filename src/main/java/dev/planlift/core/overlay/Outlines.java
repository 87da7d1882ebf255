package dev.planlift.core.overlay;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.PatternStrokes;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Everything in a drawing that is seen as a line, as polylines in source units. */
final class Outlines {
  /** Takes the polylines, in drawing order. */
  interface Sink {
    void line(Polyline line, boolean closed);
  }

  /** So many strokes of patterns are drawn in all: the picture is to stay small. */
  private static final double MAX_STROKES = 300_000;

  private final double tolerance;
  private final Sink sink;
  private double strokesLeft = MAX_STROKES;

  private Outlines(double tolerance, Sink sink) {
    this.tolerance = tolerance;
    this.sink = sink;
  }

  /**
   * Hands on every line of a drawing.
   *
   * @param tolerance of flattened curves, source units
   */
  static void of(Drawing drawing, double tolerance, Sink sink) {
    var outlines = new Outlines(tolerance, sink);
    new Expansion().visit(drawing.items(), (item, inside) -> outlines.item(item));
  }

  /** Hands on the strokes of hatch patterns, as far as there is room for them. */
  static void strokes(Drawing drawing, double tolerance, Sink sink) {
    var outlines = new Outlines(tolerance, sink);
    new Expansion()
        .visit(
            drawing.items(),
            (item, inside) -> {
              if (item instanceof FilledRegion region) {
                outlines.strokes(region);
              }
            });
  }

  private void item(DrawingItem item) {
    switch (item) {
      case Path path ->
          sink.line(CurveFlattening.flatten(path.segments(), tolerance), path.closed());
      case FilledRegion region -> {
        for (var loop : region.loops()) {
          if (!loop.isEmpty()) {
            sink.line(CurveFlattening.flatten(loop, tolerance), true);
          }
        }
      }
      case Face face -> ring(face.corners());
      case ImageFrame frame -> ring(frame.corners());
      case SurfaceMesh mesh -> triangles(mesh);
      case MeasuredDimension dimension -> dimension.picture().forEach(this::item);
      case TextLabel ignored -> {}
      case SymbolInstance instance -> {
        for (var part : instance.symbol().items()) {
          if (!(part instanceof SymbolInstance)) {
            item(part.transformed(instance.placement()));
          }
        }
      }
    }
  }

  private void strokes(FilledRegion region) {
    if (region.fill() instanceof FilledRegion.Fill.Pattern pattern) {
      double strokes = PatternStrokes.count(region, pattern);
      if (strokes <= strokesLeft) {
        strokesLeft -= strokes;
        PatternStrokes.draw(
            region, pattern, tolerance, (a, b) -> sink.line(Polyline.between(a, b), false));
      }
    }
  }

  private void triangles(SurfaceMesh mesh) {
    var t = mesh.triangles();
    for (int i = 0; i + 2 < t.length; i += 3) {
      var corners = new ArrayList<Vec3>(3);
      for (int c = 0; c < 3; c++) {
        int v = 3 * t[i + c];
        corners.add(
            new Vec3(mesh.positions()[v], mesh.positions()[v + 1], mesh.positions()[v + 2]));
      }
      ring(corners);
    }
  }

  private void ring(List<Vec3> corners) {
    if (corners.size() < 2) {
      return;
    }
    var xyz = new double[3 * corners.size()];
    for (int i = 0; i < corners.size(); i++) {
      xyz[3 * i] = corners.get(i).x();
      xyz[3 * i + 1] = corners.get(i).y();
      xyz[3 * i + 2] = corners.get(i).z();
    }
    sink.line(new Polyline(xyz), true);
  }
}
