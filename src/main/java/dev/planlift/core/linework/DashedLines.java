package dev.planlift.core.linework;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Strokes on one line with even, small gaps between them become one dashed line. Gaps are no wider
 * than those of line types, so that piers between openings stay what they are.
 */
final class DashedLines implements Operation {
  /** Of long dashes, as of axes. */
  private static final double LONGEST_PT = 90;

  private static final double WIDEST_GAP_PT = 6.2;
  private static final double LEAST_GAP_PT = 0.25;
  private static final double ASIDE_PT = 0.08;
  private static final double ASIDE_SHARE = 0.004;
  private static final double EVEN_SHARE = 0.15;
  private static final double EVEN_PT = 0.15;

  /** A gap longer than this part of the longest dash is between two things. */
  private static final double WIDEST_GAP_SHARE = 1.1;

  private static final int FEWEST = 4;

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var strokes = Strokes.of(items, LONGEST_PT);
    var merging = new Merging(items);
    for (var chain : Chain.of(strokes.size(), (stroke, atEnd) -> next(strokes, stroke, atEnd))) {
      if (isDashed(strokes, chain)) {
        merging.replace(chain.strokes().stream().map(strokes::item).toList(), line(strokes, chain));
      }
    }
    return merging.items();
  }

  /** The nearest stroke straight ahead. */
  private static OptionalInt next(Strokes strokes, int stroke, boolean atEnd) {
    var end = atEnd ? strokes.to(stroke) : strokes.from(stroke);
    var start = atEnd ? strokes.from(stroke) : strokes.to(stroke);
    var ahead = end.minus(start).normalized();
    int found = -1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int other : strokes.near(end, WIDEST_GAP_PT)) {
      if (other == stroke || !strokes.alike(stroke, other)) {
        continue;
      }
      double from = strokes.from(other).minus(end).dot(ahead);
      double to = strokes.to(other).minus(end).dot(ahead);
      double gap = Math.min(from, to);
      double far = Math.max(from, to);
      if (gap > 0
          && gap < nearest
          && isAhead(strokes.from(other), end, ahead, far)
          && isAhead(strokes.to(other), end, ahead, far)) {
        nearest = gap;
        found = 2 * other + (from < to ? 0 : 1);
      }
    }
    return found >= 0 && nearest >= LEAST_GAP_PT && nearest <= WIDEST_GAP_PT
        ? OptionalInt.of(found)
        : OptionalInt.empty();
  }

  private static boolean isAhead(Vec2 point, Vec2 end, Vec2 ahead, double far) {
    return Math.abs(point.minus(end).cross(ahead)) <= ASIDE_PT + ASIDE_SHARE * far;
  }

  private static boolean isDashed(Strokes strokes, Chain chain) {
    if (chain.size() < FEWEST) {
      return false;
    }
    var gaps = new ArrayList<Double>();
    var dashes = new ArrayList<Double>();
    var ends = chain.ends();
    for (int i = 0; i < chain.size(); i++) {
      double length = strokes.length(chain.strokes().get(i));
      if (i > 0) {
        gaps.add(point(strokes, ends[2 * i - 1]).distance(point(strokes, ends[2 * i])));
      }
      if (i > 0 && i < chain.size() - 1) {
        dashes.add(length);
      }
    }
    double longest = dashes.stream().mapToDouble(d -> d).max().orElseThrow();
    double shortest = dashes.stream().mapToDouble(d -> d).min().orElseThrow();
    double widest = gaps.stream().mapToDouble(g -> g).max().orElseThrow();
    double narrowest = gaps.stream().mapToDouble(g -> g).min().orElseThrow();
    return isEven(narrowest, widest)
        && widest <= WIDEST_GAP_SHARE * longest
        && dashes.stream().allMatch(d -> isEven(shortest, d) || isEven(d, longest));
  }

  private static boolean isEven(double least, double most) {
    return most - least <= EVEN_SHARE * most + EVEN_PT;
  }

  private static Vec2 point(Strokes strokes, int end) {
    return end % 2 == 0 ? strokes.from(end / 2) : strokes.to(end / 2);
  }

  private static DrawingItem line(Strokes strokes, Chain chain) {
    var ends = chain.ends();
    var from = point(strokes, ends[0]);
    var to = point(strokes, ends[ends.length - 1]);
    var first = strokes.path(chain.strokes().getFirst());
    var look = first.appearance();
    return new Path(
        List.of(new Segment.Polyline(new double[] {from.x(), from.y(), 0, to.x(), to.y(), 0})),
        false,
        first.stroke(),
        first.extrusion(),
        new Appearance(look.layer(), look.colour(), look.lineWeightMm(), "DASHED", look.opacity()),
        first.source());
  }
}
