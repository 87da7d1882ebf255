package dev.planlift.core.linework;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a page's item, or one edge of its area, as a run of straight pieces.
 *
 * @param item its number
 * @param points one at least; of what is closed the last is the first
 */
record Mark(int item, List<Vec2> points) {
  private static final double FLAT_PT = 0.1;

  /** Of all items that lines are drawn with. */
  static List<Mark> of(List<DrawingItem> items) {
    var marks = new ArrayList<Mark>();
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case Path path when !path.auxiliary() && !path.isPoint() ->
            marks.add(of(i, path.segments(), path.closed()));
        case FilledRegion region -> {
          for (var loop : region.loops()) {
            if (!loop.isEmpty()) {
              marks.add(of(i, loop, true));
            }
          }
        }
        default -> {}
      }
    }
    return marks;
  }

  private static Mark of(int item, List<Segment> segments, boolean closed) {
    var flat = CurveFlattening.flatten(segments, FLAT_PT);
    var points = new ArrayList<Vec2>(flat.size() + 1);
    for (int i = 0; i < flat.size(); i++) {
      var point = flat.vertex(i).xy();
      if (points.isEmpty() || !points.getLast().equals(point)) {
        points.add(point);
      }
    }
    if (closed && !points.getFirst().equals(points.getLast())) {
      points.add(points.getFirst());
    }
    return new Mark(item, points);
  }

  /** How many straight pieces it has. */
  int size() {
    return points.size() - 1;
  }

  Vec2 from(int piece) {
    return points.get(piece);
  }

  Vec2 to(int piece) {
    return points.get(piece + 1);
  }

  /** The longer side of the upright box around it. */
  double extent() {
    return Extent.of(List.of(this), 0).longer();
  }
}
