package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.geom.Cell;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Arcs of one circle that follow each other, each drawn for itself, become one arc: plotters part
 * what turns far into Béziers and end the path after each.
 */
final class ArcChains implements Operation {
  private static final double SAME_PT = 0.05;

  /** Ends that meet lie in one cell or in neighbouring ones. */
  private static final double CELL_PT = 1;

  /** Where more ends meet there is no one way on. */
  private static final int MOST_ENDS = 40;

  /** One of the arcs among a page's items. */
  private record Part(int item, Path path, EllipticArc arc) {
    /** Backwards where asked to. */
    EllipticArc gone(boolean forward) {
      return forward
          ? arc
          : new EllipticArc(
              arc.center(), arc.u(), arc.v(), arc.startRad() + arc.sweepRad(), -arc.sweepRad());
    }
  }

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var parts = parts(items);
    if (parts.size() < 2) {
      return items;
    }
    var ends = new HashMap<Long, List<Integer>>();
    for (int i = 0; i < parts.size(); i++) {
      var arc = parts.get(i).arc();
      ends.computeIfAbsent(cell(arc.start().xy()), c -> new ArrayList<>()).add(2 * i);
      ends.computeIfAbsent(cell(arc.end().xy()), c -> new ArrayList<>()).add(2 * i + 1);
    }
    var merging = new Merging(items);
    for (var chain : Chain.of(parts.size(), (part, atEnd) -> next(parts, ends, part, atEnd))) {
      merge(parts, chain, merging);
    }
    return merging.items();
  }

  private static List<Part> parts(List<DrawingItem> items) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Path path
          && !path.auxiliary()
          && path.segments().size() == 1
          && path.segments().getFirst() instanceof EllipticArc arc
          && Math.abs(arc.sweepRad()) < OneCircle.FULL_RAD) {
        parts.add(new Part(i, path, arc));
      }
    }
    return parts;
  }

  /** The only arc that goes on round the circle. */
  private static OptionalInt next(
      List<Part> parts, Map<Long, List<Integer>> ends, int part, boolean atEnd) {
    var one = parts.get(part);
    var leaving = one.gone(atEnd);
    int found = -1;
    var near = near(leaving.end().xy(), ends);
    for (int end : near.size() > MOST_ENDS ? List.<Integer>of() : near) {
      var other = parts.get(end / 2);
      var coming = other.gone(end % 2 == 0);
      if (end / 2 != part
          && one.path().appearance().equals(other.path().appearance())
          && coming.start().xy().distance(leaving.end().xy()) <= SAME_PT
          && OneCircle.joined(leaving, coming).isPresent()) {
        if (found >= 0) {
          return OptionalInt.empty();
        }
        found = end;
      }
    }
    return found >= 0 ? OptionalInt.of(found) : OptionalInt.empty();
  }

  private static List<Integer> near(Vec2 point, Map<Long, List<Integer>> ends) {
    var found = new ArrayList<Integer>();
    long column = column(point.x());
    long row = column(point.y());
    for (long x = column - 1; x <= column + 1; x++) {
      for (long y = row - 1; y <= row + 1; y++) {
        found.addAll(ends.getOrDefault(Cell.at(x, y), List.of()));
      }
    }
    return found;
  }

  private static long cell(Vec2 point) {
    return Cell.at(column(point.x()), column(point.y()));
  }

  private static long column(double at) {
    return (long) Math.floor(at / CELL_PT);
  }

  /** As few arcs as hold all of a chain. */
  private static void merge(List<Part> parts, Chain chain, Merging merging) {
    int from = 0;
    while (from < chain.size()) {
      int to = from + 1;
      var whole = Optional.<EllipticArc>empty();
      for (int end = to + 1; end <= chain.size(); end++) {
        var longer = OneCircle.joined(arcs(parts, chain.part(from, end)));
        if (longer.isEmpty()) {
          break;
        }
        whole = longer;
        to = end;
      }
      var replaced = chain.part(from, to).strokes().stream().map(parts::get).toList();
      whole.ifPresent(
          arc ->
              merging.replace(
                  replaced.stream().map(Part::item).toList(),
                  drawn(replaced.getFirst().path(), arc)));
      from = to;
    }
  }

  private static List<EllipticArc> arcs(List<Part> parts, Chain chain) {
    var arcs = new ArrayList<EllipticArc>(chain.size());
    for (int i = 0; i < chain.size(); i++) {
      arcs.add(parts.get(chain.strokes().get(i)).gone(chain.forward().get(i)));
    }
    return arcs;
  }

  private static Path drawn(Path as, Segment arc) {
    return new Path(List.of(arc), false, as.stroke(), as.extrusion(), as.appearance(), as.source());
  }
}
