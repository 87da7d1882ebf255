package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.UnitDecision;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Line work to building: the front of this room. Stateless and thread-safe. Time grows little more
 * than linearly with what is drawn; line work too dense to be a plan is left as it is, with a
 * diagnostic.
 */
public final class Reconstructor {
  private static final String ALL_VIEWS = "all";

  /** A drawing whose unit is the point on paper. */
  private static final String PDF = "pdf";

  /** Never fails: what is not understood is left over. */
  public Reconstruction reconstruct(Drawing drawing, ConversionOptions options) {
    var expansion = new Expansion();
    SeenItems items = visitor -> expansion.visit(drawing.items(), visitor);
    boolean plan = options.flag(Option.PLAN);
    var seen = plan ? SeenItems.of(items.all()) : items;
    if (options.isGiven(Option.UNITS)) {
      items.visit((item, inside) -> {}); // nobody else would have seen whether it is cut short
    }
    boolean paper = drawing.format().equals(PDF);
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
    return plan
        ? recognised(paper, seen.all(), units, options, diagnostics)
        : nothing(units, seen, diagnostics);
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

  private static Reconstruction nothing(
      UnitDecision units, SeenItems seen, List<Diagnostic> diagnostics) {
    return new Reconstruction(
        units, new Building(List.of()), List.of(seen), List.of(), diagnostics);
  }

  private static Reconstruction recognised(
      boolean paper,
      List<Expansion.Seen> drawn,
      UnitDecision units,
      ConversionOptions options,
      List<Diagnostic> diagnostics) {
    var frame = new Frame(units.metresPerUnit(), origin(drawn, units.metresPerUnit()));
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
      return nothing(units, SeenItems.of(seen), diagnostics);
    }
    var sheet = new Sheet(frame, toleranceM, scales);
    var parts = all ? List.<SheetPart>of() : sheet.parts(work, new LineIndex(work.lines()));
    if (!parts.isEmpty()) {
      return new BuildingMaker(frame, units, options, diagnostics).ofSheet(parts);
    }
    var found = Recognition.of(work);
    if (found.tooDense()) {
      diagnostics.add(
          new Diagnostic(
              "LINES_TOO_DENSE", "The line work is too dense to be a floor plan", Place.UNKNOWN));
    }
    return found.storey().walls().isEmpty()
        ? nothing(units, SeenItems.of(seen), diagnostics)
        : new BuildingMaker(frame, units, options, diagnostics).ofOnePlan(found);
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
