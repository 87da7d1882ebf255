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
        boolean shown =
            plans.isEmpty()
                ? !view.extents().isEmpty()
                : plan.filter(one -> plans.size() == 1 || !levels(one).isEmpty()).isPresent();
        page(page, shown, plan);
      }
    }
    json.writeEndArray();
  }

  private static List<String> levels(PlanPage plan) {
    return plan.views().stream()
        .map(SheetView::level)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /**
   * @param taken whether it is in the model: as one of several that became a level, or alone; where
   *     the conversion did not come so far, whether it was read for that
   */
  private void page(PageClass page, boolean taken, Optional<PlanPage> plan) throws IOException {
    json.writeStartObject();
    json.writeNumberField("page", page.page());
    json.writeStringField("class", page.kind().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("confidence", page.confidence());
    json.writeStringField("reason", page.reason());
    json.writeBooleanField("taken", taken);
    if (plan.isPresent()) {
      var units = plan.get().units();
      json.writeObjectFieldStart("scale");
      json.writeStringField("declared", units.declared());
      json.writeStringField("used", units.used());
      json.writeNumberField("confidence", units.confidence());
      json.writeEndObject();
      json.writeArrayFieldStart("levels");
      for (var level : levels(plan.get())) {
        json.writeString(level);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
