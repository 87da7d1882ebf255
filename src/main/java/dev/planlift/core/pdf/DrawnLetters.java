package dev.planlift.core.pdf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Box;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Letters drawn with strokes, where what they say is known: they are no lines of what is drawn. */
final class DrawnLetters {
  /** Strokes reach beyond their text's box by at most this part of its breadth and height. */
  private static final double BEYOND = 0.1;

  private DrawnLetters() {}

  /**
   * The same items, with the strokes of letters as construction lines.
   *
   * @param texts the boxes of texts that are drawn with strokes
   */
  static List<DrawingItem> asAuxiliary(List<DrawingItem> items, List<Box> texts) {
    if (texts.isEmpty()) {
      return items;
    }
    var sorted = new ArrayList<>(texts);
    sorted.sort(Comparator.comparingDouble(box -> box.min().x()));
    double widest = texts.stream().mapToDouble(box -> box.size().x()).max().orElse(0);
    var marked = new ArrayList<DrawingItem>(items.size());
    for (var item : items) {
      boolean letter =
          item instanceof Path path
              && path.source() instanceof SourceRef.PageBox place
              && isWithin(place.box(), sorted, widest * (1 + BEYOND));
      marked.add(letter ? ((Path) item).asAuxiliary() : item);
    }
    return marked;
  }

  private static boolean isWithin(List<Double> box, List<Box> sorted, double reach) {
    double left = box.get(0);
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).min().x() < left - reach) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < sorted.size() && sorted.get(i).min().x() <= left + reach; i++) {
      if (holds(sorted.get(i), box)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Box text, List<Double> box) {
    double dx = BEYOND * text.size().x();
    double dy = BEYOND * text.size().y();
    return box.get(0) >= text.min().x() - dx
        && box.get(1) >= text.min().y() - dy
        && box.get(2) <= text.max().x() + dx
        && box.get(3) <= text.max().y() + dy;
  }
}
