package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Cell;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open polylines of short chords among a page's items, findable by their ends. Part i is the
 * item {@code item(i)}.
 */
final class ShortBends {
  /** One of them, with the chords at its ends. */
  record Bend(int item, Path path, Segment.Polyline line) {
    Vec2 end(boolean last) {
      return line.vertex(last ? line.size() - 1 : 0).xy();
    }

    /** The chord at an end, in the direction out of it. */
    Vec2 out(boolean last) {
      int at = last ? line.size() - 1 : 0;
      return line.vertex(at).xy().minus(line.vertex(last ? at - 1 : 1).xy());
    }
  }

  private final List<Bend> bends = new ArrayList<>();
  private final Map<Long, List<Integer>> ends = new HashMap<>();

  private ShortBends() {}

  /** Those whose chords are no longer than so many points. */
  static ShortBends of(List<DrawingItem> items, double longestPt) {
    var found = new ShortBends();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Path path
          && !path.auxiliary()
          && !path.closed()
          && path.segments().size() == 1
          && path.segments().getFirst() instanceof Segment.Polyline line
          && isShort(line, longestPt)) {
        found.add(new Bend(i, path, line));
      }
    }
    return found;
  }

  private static boolean isShort(Segment.Polyline line, double longestPt) {
    for (int i = 1; i < line.size(); i++) {
      double length = line.vertex(i).minus(line.vertex(i - 1)).length();
      if (length == 0 || length > longestPt) {
        return false;
      }
    }
    return true;
  }

  private void add(Bend bend) {
    for (int last = 0; last < 2; last++) {
      ends.computeIfAbsent(cell(bend.end(last == 1)), c -> new ArrayList<>())
          .add(2 * bends.size() + last);
    }
    bends.add(bend);
  }

  int size() {
    return bends.size();
  }

  Bend get(int bend) {
    return bends.get(bend);
  }

  /**
   * The ends near a point: twice the part's number, plus one for its last vertex.
   *
   * @param distancePt no more than one
   */
  List<Integer> near(Vec2 point, double distancePt) {
    var found = new ArrayList<Integer>();
    long column = column(point.x());
    long row = column(point.y());
    for (long x = column - 1; x <= column + 1; x++) {
      for (long y = row - 1; y <= row + 1; y++) {
        for (int end : ends.getOrDefault(Cell.at(x, y), List.of())) {
          if (bends.get(end / 2).end(end % 2 == 1).distance(point) <= distancePt) {
            found.add(end);
          }
        }
      }
    }
    return found;
  }

  private static long cell(Vec2 point) {
    return Cell.at(column(point.x()), column(point.y()));
  }

  private static long column(double at) {
    return (long) Math.floor(at);
  }
}
