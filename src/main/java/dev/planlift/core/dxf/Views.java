package dev.planlift.core.dxf;

import dev.planlift.core.drawing.View;
import dev.planlift.core.dxf.definition.Definitions;
import dev.planlift.core.geom.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists the parts of a drawing: its model, its sheets in the order of their tabs, viewports. */
final class Views {
  private Views() {}

  static List<View> of(Box model, Definitions definitions, List<EntityReader.Window> windows) {
    var views = new ArrayList<View>();
    views.add(new View(Sheet.MODEL, View.Kind.MODEL, model));
    var sheets = new HashMap<String, String>();
    for (var layout : Sheet.layouts(definitions)) {
      var sheet = Sheet.of(layout, definitions);
      views.add(new View(sheet.name(), View.Kind.LAYOUT, layout.extents()));
      sheets.putIfAbsent(sheet.block().toUpperCase(Locale.ROOT), sheet.name());
    }
    for (var window : windows) {
      var viewport = window.viewport();
      var name = sheet(window, sheets) + "viewport " + viewport.handle();
      views.add(new View(name, View.Kind.VIEWPORT, viewport.extents(), viewport.modelExtents()));
    }
    return views;
  }

  private static String sheet(EntityReader.Window window, Map<String, String> sheets) {
    var named = PlainText.decoded(window.viewport().layoutName());
    if (!named.isEmpty()) {
      return named + ", ";
    }
    var block = window.block().isEmpty() ? Sheet.ACTIVE_BLOCK : window.block();
    var name = sheets.get(block.toUpperCase(Locale.ROOT));
    return name == null ? "" : name + ", ";
  }
}
