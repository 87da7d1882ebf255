package dev.planlift.core.convert;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.View;
import dev.planlift.core.plan.PlanPage;
import dev.planlift.core.plan.SheetView;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the report says of each page that was looked at: its class, and of those that were converted
 * the scale and the levels that came of it.
 */
final class PagesReport {
  private final JsonGenerator json;

  PagesReport(JsonGenerator json) {
    this.json = json;
  }

  /**
   * @param views of the drawing, pages among them
   * @param plans the pages that were understood; none where the conversion did not come so far
   */
  void write(List<View> views, List<PlanPage> plans) throws IOException {
    json.writeArrayFieldStart("pages");
    for (var view : views) {
      if (view.page().isPresent()) {
        var page = view.page().get();
        var plan = plans.stream().filter(one -> one.page() == page.page()).findFirst();
        page(page, !view.extents().isEmpty(), plan, plans.size());
      }
    }
    json.writeEndArray();
  }

  /** Of several pages those are taken that became a level; one alone is taken in any case. */
  private void page(PageClass page, boolean read, Optional<PlanPage> plan, int count)
      throws IOException {
    var levels =
        plan.stream()
            .flatMap(one -> one.views().stream())
            .map(SheetView::level)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    json.writeStartObject();
    json.writeNumberField("page", page.page());
    json.writeStringField("class", page.kind().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("confidence", page.confidence());
    json.writeStringField("reason", page.reason());
    json.writeBooleanField("taken", read && (count < 2 || !levels.isEmpty()));
    if (plan.isPresent()) {
      var units = plan.get().units();
      json.writeObjectFieldStart("scale");
      json.writeStringField("declared", units.declared());
      json.writeStringField("used", units.used());
      json.writeNumberField("confidence", units.confidence());
      json.writeEndObject();
      json.writeArrayFieldStart("levels");
      for (var level : levels) {
        json.writeString(level);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
