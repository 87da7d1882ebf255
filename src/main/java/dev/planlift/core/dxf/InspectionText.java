package dev.planlift.core.dxf;

import dev.planlift.core.source.Layer;
import java.util.Formatter;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An inspection as a page of plain text. */
final class InspectionText {
  private static final int MAX_DIAGNOSTICS = 20;

  private InspectionText() {}

  static String write(Inspection i) {
    var page = new Formatter(Locale.ROOT);
    page.format("%s\n", i.file());
    page.format("  DXF %s, texts in %s, %s\n", i.version(), i.encoding(), unit(i));
    if (i.extents().isEmpty()) {
      page.format("  Nothing in it has extents\n");
    } else {
      var min = i.extents().min();
      var size = i.extents().size();
      page.format(
          "  Extents %.6g × %.6g × %.6g from (%.6g, %.6g, %.6g)\n",
          size.x(), size.y(), size.z(), min.x(), min.y(), min.z());
    }
    page.format(
        "  Entities %d: %d converted, %d approximated, %d skipped\n",
        i.converted() + i.approximated() + i.skipped(),
        i.converted(),
        i.approximated(),
        i.skipped());
    if (!i.reasons().isEmpty()) {
      page.format(
          "    %s\n",
          i.reasons().entrySet().stream()
              .map(one -> one.getKey() + " " + one.getValue())
              .collect(Collectors.joining(", ")));
    }
    page.format("\n");
    page.format("  %-24s %10s %10s %16s\n", "Type", "in model", "unfolded", "length");
    var types = new TreeSet<>(i.modelSpace().keySet());
    types.addAll(i.decomposed().keySet());
    for (var type : types) {
      var length = i.length().get(type);
      page.format(
          "  %-24s %10d %10d %16s\n",
          type,
          i.modelSpace().getOrDefault(type, 0L),
          i.decomposed().getOrDefault(type, 0L),
          length == null ? "" : String.format(Locale.ROOT, "%.6g", length));
    }
    page.format("\n");
    page.format("  %d blocks, %d layers:\n", i.blocks(), i.layers().size());
    page.format(
        "    %s\n",
        i.layers().stream().map(InspectionText::layer).collect(Collectors.joining(", ")));
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

  private static void diagnostics(Formatter page, Inspection i) {
    if (i.diagnostics().isEmpty()) {
      return;
    }
    page.format("\n");
    page.format("  Put right or left out:\n");
    i.diagnostics().stream()
        .limit(MAX_DIAGNOSTICS)
        .forEach(d -> page.format("    %s: %s (%s)\n", d.code(), d.message(), d.where()));
    if (i.diagnostics().size() > MAX_DIAGNOSTICS) {
      page.format("    and %d more\n", i.diagnostics().size() - MAX_DIAGNOSTICS);
    }
  }
}
