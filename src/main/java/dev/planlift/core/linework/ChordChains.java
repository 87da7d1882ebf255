package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec2;
import java.util.List;
import java.util.OptionalInt;

/**
 * Short strokes that follow each other round a bend, each drawn for itself, become one path. Only
 * ends where two of them meet are joined, and only where they turn a little.
 */
final class ChordChains implements Operation {
  private static final double LONGEST_PT = 14;
  private static final double SAME_PT = 0.03;
  private static final double MOST_TURN_RAD = Math.toRadians(25);
  private static final int FEWEST = 4;

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var strokes = Strokes.of(items, LONGEST_PT);
    var merging = new Merging(items);
    for (var chain : Chain.of(strokes.size(), (stroke, atEnd) -> next(strokes, stroke, atEnd))) {
      if (chain.size() >= FEWEST) {
        merging.replace(chain.strokes().stream().map(strokes::item).toList(), path(strokes, chain));
      }
    }
    return merging.items();
  }

  private static OptionalInt next(Strokes strokes, int stroke, boolean atEnd) {
    var end = atEnd ? strokes.to(stroke) : strokes.from(stroke);
    int found = -1;
    for (int other : strokes.near(end, SAME_PT)) {
      if (other != stroke && strokes.alike(stroke, other)) {
        if (found >= 0 && found != other) {
          return OptionalInt.empty();
        }
        found = other;
      }
    }
    if (found < 0) {
      return OptionalInt.empty();
    }
    boolean fromStart = strokes.from(found).distance(end) <= SAME_PT;
    var in = direction(strokes, stroke, atEnd);
    var out = direction(strokes, found, fromStart);
    double turn = Math.abs(Math.atan2(in.cross(out), in.dot(out)));
    return turn <= MOST_TURN_RAD
        ? OptionalInt.of(2 * found + (fromStart ? 0 : 1))
        : OptionalInt.empty();
  }

  private static Vec2 direction(Strokes strokes, int stroke, boolean forward) {
    var along = strokes.to(stroke).minus(strokes.from(stroke));
    return forward ? along : along.times(-1);
  }

  private static DrawingItem path(Strokes strokes, Chain chain) {
    var ends = chain.ends();
    var xyz = new double[3 * (chain.size() + 1)];
    for (int i = 0; i <= chain.size(); i++) {
      int end = i == chain.size() ? ends[ends.length - 1] : ends[2 * i];
      var p = end % 2 == 0 ? strokes.from(end / 2) : strokes.to(end / 2);
      xyz[3 * i] = p.x();
      xyz[3 * i + 1] = p.y();
    }
    var first = strokes.path(chain.strokes().getFirst());
    return new Path(
        List.of(new Segment.Polyline(xyz)),
        false,
        first.stroke(),
        first.extrusion(),
        first.appearance(),
        first.source());
  }
}
