package dev.planlift.core.linework;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Strokes that were plotted as narrow filled areas become their middle lines, as broad as the area.
 * An area is a stroke where its outline runs there and back at one distance, no more than a pen's
 * width; what is broader may be a wall and stays an area.
 */
final class StrokeOutlines implements Operation {
  /** A pen of 0.7 mm. */
  private static final double BROADEST_PT = 2.0;

  /** What is not so many times as long as it is broad is a dot, a corner or a letter's part. */
  private static final double LEAST_ASPECT = 1.2;

  /** How far both sides' distances may differ from the width; they grow where a stroke turns. */
  private static final double NARROWER = 0.9;

  private static final double BROADER = 2;
  private static final double BEZIER_PT = 0.02;
  private static final double MM_PER_POINT = 25.4 / 72;
  private static final int MOST_VERTICES = 400;
  private static final double SAME_PT = 1e-4;

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var out = new ArrayList<DrawingItem>(items.size());
    for (var item : items) {
      if (item instanceof FilledRegion region && region.fill() instanceof FilledRegion.Fill.Solid) {
        out.addAll(strokes(region));
      } else {
        out.add(item);
      }
    }
    return out;
  }

  /** All loops as strokes, or the region: an area with holes is no bundle of strokes. */
  private static List<? extends DrawingItem> strokes(FilledRegion region) {
    var strokes = new ArrayList<Path>();
    for (var loop : region.loops()) {
      var stroke = loop.isEmpty() ? Optional.<Path>empty() : stroke(outline(loop), region);
      if (stroke.isEmpty()) {
        return List.of(region);
      }
      strokes.add(stroke.get());
    }
    return strokes.isEmpty() ? List.of(region) : strokes;
  }

  private static Optional<Path> stroke(List<Vec2> outline, FilledRegion region) {
    int n = outline.size() / 2;
    if (n < 2 || outline.size() % 2 != 0 || outline.size() > MOST_VERTICES) {
      return Optional.empty();
    }
    int cap = -1;
    double width = BROADEST_PT;
    for (int i = 0; i < n; i++) {
      double one = outline.get(i).distance(outline.get(i + 1));
      double other = outline.get(i + n).distance(outline.get((i + n + 1) % outline.size()));
      if (Math.max(one, other) < width && Math.min(one, other) > NARROWER * Math.max(one, other)) {
        cap = i;
        width = Math.max(one, other);
      }
    }
    if (cap < 0) {
      return Optional.empty();
    }
    double broad = width;
    return middle(outline, cap + 1, broad)
        .map(
            line ->
                new Path(
                    List.of(line),
                    false,
                    new Stroke(broad, broad),
                    Vec3.ZERO,
                    drawn(region.appearance(), broad),
                    region.source()));
  }

  /** As a pen so broad draws it. */
  private static Appearance drawn(Appearance fill, double width) {
    return new Appearance(
        fill.layer(), fill.colour(), width * MM_PER_POINT, fill.lineType(), fill.opacity());
  }

  /** Between the two sides of an outline, one of which starts at a vertex. */
  private static Optional<Segment.Polyline> middle(List<Vec2> outline, int start, double width) {
    int size = outline.size();
    int n = size / 2;
    var xyz = new double[3 * n];
    double length = 0;
    for (int i = 0; i < n; i++) {
      var left = outline.get((start + i) % size);
      var right = outline.get((start + size - 1 - i) % size);
      double across = left.distance(right);
      if (across < NARROWER * width || across > BROADER * width) {
        return Optional.empty();
      }
      xyz[3 * i] = (left.x() + right.x()) / 2;
      xyz[3 * i + 1] = (left.y() + right.y()) / 2;
      length +=
          i == 0 ? 0 : Math.hypot(xyz[3 * i] - xyz[3 * i - 3], xyz[3 * i + 1] - xyz[3 * i - 2]);
    }
    return length < LEAST_ASPECT * width
        ? Optional.empty()
        : Optional.of(new Segment.Polyline(xyz));
  }

  /** Its vertices, none twice in a row and the first not again at the end. */
  private static List<Vec2> outline(List<Segment> loop) {
    var flat = CurveFlattening.flatten(loop, BEZIER_PT);
    var points = new ArrayList<Vec2>(flat.size());
    for (int i = 0; i < flat.size(); i++) {
      var p = flat.vertex(i).xy();
      if (points.isEmpty() || points.getLast().distance(p) > SAME_PT) {
        points.add(p);
      }
    }
    if (points.size() > 1 && points.getFirst().distance(points.getLast()) <= SAME_PT) {
      points.removeLast();
    }
    return points;
  }
}
