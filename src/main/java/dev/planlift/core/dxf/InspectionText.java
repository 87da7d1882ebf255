package dev.planlift.core.dxf;

import dev.planlift.core.source.Layer;
import java.util.Locale;
import java.util.stream.Collectors;

/** An inspection as a page of plain text. */
final class InspectionText {
  private static final int MAX_DIAGNOSTICS = 20;

  private InspectionText() {}

  static String write(Inspection i) {
    var page = new StringBuilder();
    line(page, "%s", i.file());
    line(page, "  DXF %s, texts in %s, %s", i.version(), i.encoding(), unit(i));
    if (i.extents().isEmpty()) {
      line(page, "  Nothing in it has extents");
    } else {
      var min = i.extents().min();
      var size = i.extents().size();
      line(
          page,
          "  Extents %.6g × %.6g × %.6g from (%.6g, %.6g, %.6g)",
          size.x(),
          size.y(),
          size.z(),
          min.x(),
          min.y(),
          min.z());
    }
    line(
        page,
        "  Entities %d: %d converted, %d approximated, %d skipped",
        i.converted() + i.approximated() + i.skipped(),
        i.converted(),
        i.approximated(),
        i.skipped());
    line(page, "");
    line(page, "  %-24s %10s %10s %16s", "Type", "in model", "unfolded", "length");
    var types = new java.util.TreeSet<>(i.modelSpace().keySet());
    types.addAll(i.decomposed().keySet());
    for (var type : types) {
      var length = i.length().get(type);
      line(
          page,
          "  %-24s %10d %10d %16s",
          type,
          i.modelSpace().getOrDefault(type, 0L),
          i.decomposed().getOrDefault(type, 0L),
          length == null ? "" : String.format(Locale.ROOT, "%.6g", length));
    }
    line(page, "");
    line(page, "  %d named blocks, %d layers:", i.blocks(), i.layers().size());
    page.append("    ")
        .append(i.layers().stream().map(InspectionText::layer).collect(Collectors.joining(", ")))
        .append('\n');
    diagnostics(page, i);
    return page.toString();
  }

  private static String unit(Inspection i) {
    return i.insUnits() == 0
        ? "no unit declared"
        : "unit declared: " + i.unit() + " ($INSUNITS " + i.insUnits() + ")";
  }

  private static String layer(Layer layer) {
    return layer.visible() ? layer.name() : layer.name() + " (hidden)";
  }

  private static void diagnostics(StringBuilder page, Inspection i) {
    if (i.diagnostics().isEmpty()) {
      return;
    }
    line(page, "");
    line(page, "  Put right or left out:");
    i.diagnostics().stream()
        .limit(MAX_DIAGNOSTICS)
        .forEach(d -> line(page, "    %s: %s (%s)", d.code(), d.message(), d.where()));
    if (i.diagnostics().size() > MAX_DIAGNOSTICS) {
      line(page, "    and %d more", i.diagnostics().size() - MAX_DIAGNOSTICS);
    }
  }

  private static void line(StringBuilder page, String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
