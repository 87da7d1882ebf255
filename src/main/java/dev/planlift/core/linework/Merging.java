package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items of which some are replaced by one that stands for them all, where the first of them was.
 */
final class Merging {
  private final List<DrawingItem> before;
  private final @Nullable DrawingItem[] after;

  Merging(List<DrawingItem> items) {
    before = items;
    after = items.toArray(new DrawingItem[0]);
  }

  /**
   * Puts one item in the place of others; where it is a path it gets their places for its source.
   *
   * @param parts indices of items, none replaced yet
   */
  void replace(List<Integer> parts, DrawingItem whole) {
    var source = Strokes.around(parts.stream().map(before::get).toList());
    parts.forEach(part -> after[part] = null);
    int first = parts.stream().mapToInt(Integer::intValue).min().orElseThrow();
    after[first] =
        whole instanceof Path path
            ? new Path(
                path.segments(),
                path.closed(),
                path.stroke(),
                path.extrusion(),
                path.appearance(),
                source)
            : whole;
  }

  List<DrawingItem> items() {
    var items = new ArrayList<DrawingItem>(after.length);
    for (var item : after) {
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }
}
