package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.View;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page that was taken, with what is drawn on it.
 *
 * @param drawing of this page alone
 */
record DrawnPage(PageClass page, Drawing drawing) {
  /** The pages of a drawing in their order; none where it has no pages. */
  static List<DrawnPage> of(Drawing drawing) {
    var views = views(drawing.views());
    if (views.size() == 1) {
      return List.of(new DrawnPage(views.keySet().iterator().next(), drawing));
    }
    var items = new LinkedHashMap<Integer, List<DrawingItem>>();
    views.keySet().forEach(page -> items.put(page.page(), new ArrayList<>()));
    for (var item : drawing.items()) {
      if (item.source() instanceof SourceRef.PageBox box && items.containsKey(box.page())) {
        items.get(box.page()).add(item);
      }
    }
    var pages = new ArrayList<DrawnPage>();
    views.forEach(
        (page, own) -> {
          var drawn = items.getOrDefault(page.page(), List.of());
          pages.add(new DrawnPage(page, drawing.part(own, drawn)));
        });
    return pages;
  }

  /** What belongs to each page, itself first; pages that were not taken are left out. */
  private static Map<PageClass, List<View>> views(List<View> all) {
    var views = new LinkedHashMap<PageClass, List<View>>();
    var current = new ArrayList<View>();
    for (var view : all) {
      if (view.page().isPresent()) {
        current = new ArrayList<>();
        if (!view.extents().isEmpty()) {
          views.put(view.page().get(), current);
        }
      }
      current.add(view);
    }
    return views;
  }
}
