package dev.planlift.core.dxf;

import static dev.planlift.core.dxf.TextPage.harmless;

import dev.planlift.core.drawing.ExternalReference;
import dev.planlift.core.drawing.ExternalReference.State;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Box;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.Layer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeSet;

/** An inspection as a page for people, as wide as its style says. */
final class InspectionPage {
  private static final int MOST_LAYERS = 120;
  private static final int MOST_VIEWS = 20;
  private static final int MOST_NOTES = 20;
  private static final int LABEL = 12;

  private final Inspection inspection;
  private final PageStyle style;
  private final TextPage page;

  private InspectionPage(Inspection inspection, PageStyle style) {
    this.inspection = inspection;
    this.style = style;
    this.page = new TextPage(style.columns());
  }

  static String write(Inspection inspection, PageStyle style) {
    return new InspectionPage(inspection, style).write();
  }

  private String write() {
    head();
    types();
    layers();
    references();
    notes();
    return page.toString();
  }

  private void head() {
    var i = inspection;
    page.line(style.strong(harmless(i.file())));
    page.entry("Version", release(harmless(i.version())) + (i.binary() ? ", binary" : ""), LABEL);
    page.entry("Texts", "in " + harmless(i.texts()), LABEL);
    page.entry("Unit", unit(), LABEL);
    page.entry("Extents", extents(i.measures().extents()), LABEL);
    views();
    account();
  }

  private static String release(String version) {
    var name =
        switch (version) {
          case "AC1006" -> "R10";
          case "AC1009" -> "R12";
          case "AC1012" -> "R13";
          case "AC1014" -> "R14";
          case "AC1015" -> "2000";
          case "AC1018" -> "2004";
          case "AC1021" -> "2007";
          case "AC1024" -> "2010";
          case "AC1027" -> "2013";
          case "AC1032" -> "2018";
          default -> "";
        };
    return name.isEmpty() ? "DXF " + version : "DXF " + name + " (" + version + ")";
  }

  private String unit() {
    var unit = inspection.unit();
    return inspection.insUnits() == 0
        ? "none declared" + (unit.imperial() ? "; feet and inches are shown" : "")
        : unit.name() + " ($INSUNITS " + inspection.insUnits() + ")";
  }

  private static String extents(Box box) {
    if (box.isEmpty()) {
      return "none: nothing is drawn";
    }
    var size = box.size();
    var min = box.min();
    boolean flat = size.z() == 0;
    return number(size.x())
        + " × "
        + number(size.y())
        + (flat ? "" : " × " + number(size.z()))
        + " from "
        + number(min.x())
        + ", "
        + number(min.y())
        + (flat && min.z() == 0 ? "" : ", " + number(min.z()));
  }

  /** Six digits, as people write them. */
  static String number(double value) {
    double size = Math.abs(value);
    return size != 0 && (size < 1e-4 || size >= 1e12)
        ? String.format(Locale.ROOT, "%.3e", value)
        : plain(value);
  }

  private static String plain(double value) {
    var exact = new BigDecimal(value);
    var digits = Math.abs(value) < 1e6 ? exact.round(new MathContext(6)) : whole(exact);
    var plain = digits.stripTrailingZeros().toPlainString();
    return plain.equals("0.0") || plain.equals("-0") ? "0" : plain;
  }

  private static BigDecimal whole(BigDecimal value) {
    return value.setScale(0, java.math.RoundingMode.HALF_EVEN);
  }

  private void views() {
    var views = inspection.views().stream().filter(v -> v.kind() != View.Kind.MODEL).toList();
    var label = "Views";
    for (var view : views.subList(0, Math.min(views.size(), MOST_VIEWS))) {
      var kind = view.kind().name().toLowerCase(Locale.ROOT);
      var size =
          view.extents().isEmpty()
              ? ""
              : ", "
                  + number(view.extents().size().x())
                  + " × "
                  + number(view.extents().size().y());
      page.entry(label, harmless(view.name()) + " (" + kind + size + ")", LABEL);
      label = "";
    }
    more(views.size() - MOST_VIEWS);
  }

  private void more(int left) {
    if (left > 0) {
      page.entry("", style.faint("and " + left + " more; --json has them all"), LABEL);
    }
  }

  private void account() {
    var account = inspection.ledger();
    page.entry(
        "Entities",
        account.read()
            + " read = "
            + account.count(Outcome.CONVERTED)
            + " converted + "
            + account.count(Outcome.APPROXIMATED)
            + " approximated + "
            + account.count(Outcome.SKIPPED)
            + " skipped",
        LABEL);
    account
        .reasons()
        .forEach(
            (code, reason) ->
                page.entry(
                    "",
                    reason.count()
                        + " × "
                        + code
                        + (reason.example().isEmpty() ? "" : ": " + harmless(reason.example())),
                    LABEL));
  }

  private void types() {
    var counts = inspection.counts();
    var types = new TreeSet<>(counts.inModel().keySet());
    types.addAll(counts.takenApart().keySet());
    if (types.isEmpty()) {
      return;
    }
    int name = Math.max(16, types.stream().mapToInt(String::length).max().orElse(0) + 2);
    page.line("");
    var title = "%%-%ds %%10s %%12s %%16s".formatted(name);
    page.line(
        style.strong(String.format(Locale.ROOT, title, "Type", "in model", "unfolded", "length")));
    for (var type : types) {
      var length = inspection.measures().length().get(type);
      var row =
          String.format(
              Locale.ROOT,
              title,
              harmless(type),
              count(counts.inModel().get(type)),
              count(counts.takenApart().get(type)),
              length == null ? "" : number(length));
      page.line(row.stripTrailing());
    }
  }

  private static String count(@org.jspecify.annotations.Nullable Long count) {
    return count == null || count == 0 ? "–" : Long.toString(count);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void layers() {
    var layers = inspection.layers();
    page.line("");
    page.line(
        style.strong(count(layers.size(), "layer"))
            + style.faint(", " + count(inspection.blocks(), "block") + "; (off) is off or frozen"));
    var names = new ArrayList<String>();
    layers.stream().limit(MOST_LAYERS).map(InspectionPage::layer).forEach(names::add);
    page.columns(names);
    if (layers.size() > MOST_LAYERS) {
      int left = layers.size() - MOST_LAYERS;
      page.line("  " + style.faint("and " + left + " more; --json has them all"));
    }
  }

  private static String layer(Layer layer) {
    return layer.visible() ? harmless(layer.name()) : harmless(layer.name()) + " (off)";
  }

  private void references() {
    if (inspection.references().isEmpty()) {
      return;
    }
    page.line("");
    page.line(style.strong("References to other drawings"));
    for (var reference : inspection.references()) {
      page.hanging("  " + harmless(reference.name()) + ": " + harmless(reference.path()), 4);
      page.hanging("    " + told(reference), 6);
    }
  }

  private String told(ExternalReference reference) {
    var state = reference.state() == State.FOUND ? "found" : style.alert("not shown");
    return state + ": " + harmless(reference.detail());
  }

  private void notes() {
    var notes = inspection.diagnostics();
    if (notes.isEmpty()) {
      return;
    }
    page.line("");
    page.line(style.strong("Put right, guessed or left out"));
    for (var note : notes.subList(0, Math.min(notes.size(), MOST_NOTES))) {
      page.hanging(
          "  " + style.alert(note.code()) + where(note) + ": " + harmless(note.message()), 4);
    }
    if (notes.size() > MOST_NOTES) {
      int left = notes.size() - MOST_NOTES;
      page.line("  " + style.faint("and " + left + " more; --json has them all"));
    }
  }

  private static String where(Diagnostic note) {
    return note.where().isUnknown() ? "" : " (" + note.where() + ")";
  }
}
