package dev.planlift.core.linework;

import dev.planlift.core.geom.Cell;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Circles and polygons about one row of letters: tags of doors, windows, axes and notes. */
final class Tags {
  private static final double LARGEST_PT = 60;

  /** Boxes of four sides may be columns and shafts. */
  private static final int FEWEST_SIDES = 5;

  /** The nearest corner is no nearer to the middle than so much of the farthest. */
  private static final double ROUND = 0.85;

  /** The row's middle is so near to the tag's, in its radii, and fills so much of its breadth. */
  private static final double MIDDLE = 0.35;

  private static final double FILLED = 0.3;

  private final Map<Long, List<Extent>> rows = new HashMap<>();

  private Tags(List<LetterRow> lettering) {
    for (var row : lettering) {
      var marks = row.letters().stream().flatMap(letter -> letter.marks().stream()).toList();
      var box = Extent.of(marks, 0);
      rows.computeIfAbsent(cell(middle(box)), c -> new ArrayList<>()).add(box);
    }
  }

  /** The items that draw them. */
  static Set<Integer> around(List<LetterRow> rows, List<Mark> marks) {
    var tags = new Tags(rows);
    var items = new HashSet<Integer>();
    for (var mark : marks) {
      if (tags.isTag(mark)) {
        items.add(mark.item());
      }
    }
    return items;
  }

  private boolean isTag(Mark mark) {
    boolean closed = mark.size() >= FEWEST_SIDES && mark.from(0).equals(mark.to(mark.size() - 1));
    if (!closed || mark.extent() > LARGEST_PT) {
      return false;
    }
    var middle = middle(Extent.of(List.of(mark), 0));
    double near = Double.MAX_VALUE;
    double far = 0;
    for (var point : mark.points()) {
      double distance = point.distance(middle);
      near = Math.min(near, distance);
      far = Math.max(far, distance);
    }
    return near >= ROUND * far && holdsRow(middle, far);
  }

  private boolean holdsRow(Vec2 middle, double radius) {
    long at = cell(middle);
    for (long i = Cell.column(at) - 1L; i <= Cell.column(at) + 1L; i++) {
      for (long j = Cell.row(at) - 1L; j <= Cell.row(at) + 1L; j++) {
        for (var row : rows.getOrDefault(Cell.at(i, j), List.of())) {
          if (middle(row).distance(middle) <= MIDDLE * radius
              && row.longer() <= 2 * radius
              && row.longer() >= FILLED * 2 * radius) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Vec2 middle(Extent box) {
    return new Vec2((box.left() + box.right()) / 2, box.level());
  }

  private static long cell(Vec2 at) {
    return Cell.at((long) Math.floor(at.x() / LARGEST_PT), (long) Math.floor(at.y() / LARGEST_PT));
  }
}
