package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import java.util.List;

/** One step of cleaning the line work of one page: a pure function, order kept where it can be. */
interface Operation {
  /**
   * The items of one page, cleaned.
   *
   * @param items coordinates in points of paper
   */
  List<DrawingItem> apply(List<DrawingItem> items);
}
