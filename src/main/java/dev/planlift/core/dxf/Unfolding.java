package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.geom.Affine3;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that is drawn, symbols and the pictures of dimensions taken apart, hidden or clipped
 * or not.
 */
final class Unfolding {
  private static final int MAX_DEPTH = 64;
  private static final long MAX_ITEMS = 5_000_000;

  private final Consumer<DrawingItem> visitor;
  private long left = MAX_ITEMS;
  private boolean whole = true;

  Unfolding(Consumer<DrawingItem> visitor) {
    this.visitor = visitor;
  }

  /** Whether all was visited; false where a bound was met. */
  boolean visit(List<DrawingItem> items) {
    visit(items, Affine3.IDENTITY, 0);
    return whole;
  }

  private void visit(List<DrawingItem> items, Affine3 to, int depth) {
    for (var item : items) {
      if (--left <= 0 || depth > MAX_DEPTH) {
        whole = false;
        return;
      }
      switch (item) {
        case SymbolInstance instance -> {
          visit(instance.symbol().items(), to.after(instance.placement()), depth + 1);
        }
        case MeasuredDimension dimension -> {
          visit(dimension.picture().stream().filter(Unfolding::isBlock).toList(), to, depth + 1);
        }
        default -> visitor.accept(depth == 0 ? item : item.transformed(to));
      }
    }
  }

  /** A picture that is no block was made up by the reader: the drawing does not hold it. */
  private static boolean isBlock(DrawingItem item) {
    return item instanceof SymbolInstance;
  }
}
