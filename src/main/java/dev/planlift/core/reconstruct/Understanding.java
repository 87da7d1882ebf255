package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.InputFormat;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.UnitDecision;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is drawn together, in one model or on one page, as far as it was understood.
 *
 * @param seen all that is drawn, its lines of one pen thinned where it was looked at for a plan
 * @param parts the views of a sheet; empty where it is not to be parted
 * @param plan all as one plan; empty where it was parted, or is none for sure
 */
record Understanding(
    Frame frame,
    UnitDecision units,
    SeenItems seen,
    List<SheetPart> parts,
    Optional<Recognition> plan,
    List<Diagnostic> diagnostics) {
  static final String ALL_VIEWS = "all";

  /** Where the frame to work in has its origin. */
  enum Origin {
    /** Near what is drawn: national grids are far from zero. */
    NEAR,
    /** At the page's corner: pages are compared. */
    CORNER
  }

  static Understanding of(Drawing drawing, ConversionOptions options, Origin origin) {
    var expansion = new Expansion();
    SeenItems items = visitor -> expansion.visit(drawing.items(), visitor);
    boolean plan = options.flag(Option.PLAN);
    var seen = plan ? SeenItems.of(items.all()) : items;
    if (options.isGiven(Option.UNITS)) {
      items.visit((item, inside) -> {}); // nobody else would have seen whether it is cut short
    }
    boolean paper = drawing.format().equals(InputFormat.PDF.extension());
    var units =
        paper
            ? new ScaleDetective().decide(drawing.views(), seen, options)
            : new UnitDetective().decide(drawing.unit(), seen, options);
    var diagnostics = new ArrayList<Diagnostic>();
    (paper ? ScaleWarning.of(units) : unitWarning(units)).ifPresent(diagnostics::add);
    if (expansion.cutShort()) {
      diagnostics.add(
          new Diagnostic(
              "EXPANSION_CUT_SHORT", "Symbols hold more than can be shown", Place.UNKNOWN));
    }
    if (!plan) {
      var frame = new Frame(units.metresPerUnit(), Vec2.ZERO);
      return new Understanding(frame, units, seen, List.of(), Optional.empty(), diagnostics);
    }
    return recognised(paper, seen.all(), units, options, origin, diagnostics);
  }

  private static Understanding recognised(
      boolean paper,
      List<Expansion.Seen> drawn,
      UnitDecision units,
      ConversionOptions options,
      Origin origin,
      List<Diagnostic> diagnostics) {
    double metresPerUnit = units.metresPerUnit();
    var near = origin == Origin.NEAR ? origin(drawn, metresPerUnit) : Vec2.ZERO;
    var frame = new Frame(metresPerUnit, near);
    var seen = Pens.thinned(drawn, frame);
    double toleranceM = options.number(Option.CURVE_TOLERANCE_MM) / 1000;
    var reader = new LineWorkReader(frame, toleranceM);
    var work = reader.read(seen);
    if (reader.cutShort()) {
      diagnostics.add(
          new Diagnostic(
              "TOO_MANY_LINES", "Some line work was not looked at for walls", Place.UNKNOWN));
    }
    var scales = paper ? ViewScale.of(units) : Optional.<ViewScale>empty();
    boolean all = options.text(Option.VIEWS).equals(ALL_VIEWS);
    if (!all && DrawnScale.of(work.labels()).isOfDetails()) {
      return new Understanding(
          frame, units, SeenItems.of(seen), List.of(), Optional.empty(), diagnostics);
    }
    var sheet = new Sheet(frame, toleranceM, scales);
    var parts = all ? List.<SheetPart>of() : sheet.parts(work, new LineIndex(work.lines()));
    if (!parts.isEmpty()) {
      return new Understanding(
          frame, units, SeenItems.of(seen), parts, Optional.empty(), diagnostics);
    }
    var found = Recognition.of(work);
    if (found.tooDense()) {
      diagnostics.add(
          new Diagnostic(
              "LINES_TOO_DENSE", "The line work is too dense to be a floor plan", Place.UNKNOWN));
    }
    return new Understanding(
        frame,
        units,
        SeenItems.of(seen),
        List.of(),
        Optional.of(found).filter(one -> !one.storey().walls().isEmpty()),
        diagnostics);
  }

  /** What the drawing says of its unit and was not followed; or that it says nothing. */
  private static Optional<Diagnostic> unitWarning(UnitDecision units) {
    if (units.confidence() == 1 || units.used().equals(units.declared())) {
      return Optional.empty();
    }
    boolean none = units.declared().equals(DeclaredUnit.NONE.name());
    var message =
        String.format(
            Locale.ROOT,
            "%s; it is taken to be in %s (sure to %.0f %%): %s",
            none ? "The drawing declares no unit" : "The drawing declares " + units.declared(),
            units.used(),
            100 * units.confidence(),
            String.join("; ", units.evidence().subList(1, units.evidence().size())));
    return Optional.of(
        new Diagnostic(none ? "UNIT_MISSING" : "UNIT_CORRECTED", message, Place.UNKNOWN));
  }

  /** A whole metre near the middle of what is drawn. */
  private static Vec2 origin(List<Expansion.Seen> seen, double metresPerUnit) {
    var starts =
        seen.stream()
            .map(Expansion.Seen::item)
            .filter(Path.class::isInstance)
            .map(item -> ((Path) item).segments().getFirst().start())
            .toList();
    if (starts.isEmpty()) {
      return Vec2.ZERO;
    }
    double[] xs = starts.stream().mapToDouble(p -> p.x()).sorted().toArray();
    double[] ys = starts.stream().mapToDouble(p -> p.y()).sorted().toArray();
    return new Vec2(
        Math.rint(xs[xs.length / 2] * metresPerUnit), Math.rint(ys[ys.length / 2] * metresPerUnit));
  }
}
