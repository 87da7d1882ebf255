package dev.planlift.core.linework;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The front of this room. Stateless and thread-safe; time grows hardly more than linearly. */
public final class LineWorkCleaning {
  private static final List<Operation> OPERATIONS =
      List.of(
          new PaintedEdges(),
          new StrokeOutlines(),
          new SameThings(),
          new DashedLines(),
          new ChordChains(),
          new CurveArcs());

  /** The drawing with the line work of its pages cleaned; what is on no page stays as it is. */
  public Drawing clean(Drawing drawing) {
    var pages = new TreeMap<Integer, List<DrawingItem>>();
    var items = new ArrayList<DrawingItem>();
    for (var item : drawing.items()) {
      if (item.source() instanceof SourceRef.PageBox box) {
        pages.computeIfAbsent(box.page(), page -> new ArrayList<>()).add(item);
      } else {
        items.add(item);
      }
    }
    if (pages.isEmpty()) {
      return drawing;
    }
    pages.values().forEach(page -> items.addAll(cleaned(page)));
    return drawing.with(items);
  }

  private static List<DrawingItem> cleaned(List<DrawingItem> page) {
    var items = page;
    for (var operation : OPERATIONS) {
      items = operation.apply(items);
    }
    return items;
  }
}
