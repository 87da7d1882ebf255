package dev.planlift.core.reconstruct;

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

/**
 * Line work to building: the front of this room. Stateless and thread-safe. Time grows little more
 * than linearly with what is drawn; line work too dense to be a plan is left as it is, with a
 * diagnostic.
 */
public final class Reconstructor {
  private static final String VIEW = "Model";

  /** Never fails: what is not understood is left over. */
  public Reconstruction reconstruct(Drawing drawing, ConversionOptions options) {
    var expansion = new Expansion();
    SeenItems items = visitor -> expansion.visit(drawing.items(), visitor);
    boolean plan = options.flag(Option.PLAN);
    var seen = plan ? SeenItems.of(items.all()) : items;
    if (options.isGiven(Option.UNITS)) {
      items.visit((item, inside) -> {}); // nobody else would have seen whether it is cut short
    }
    var units = new UnitDetective().decide(drawing.unit(), seen, options);
    var diagnostics = new ArrayList<Diagnostic>();
    if (expansion.cutShort()) {
      diagnostics.add(
          new Diagnostic(
              "EXPANSION_CUT_SHORT", "Symbols hold more than can be shown", Place.UNKNOWN));
    }
    return plan
        ? recognised(seen.all(), units, options, diagnostics)
        : new Reconstruction(units, new Building(List.of()), seen, diagnostics);
  }

  private static Reconstruction recognised(
      List<Expansion.Seen> seen,
      UnitDecision units,
      ConversionOptions options,
      List<Diagnostic> diagnostics) {
    var frame = new Frame(units.metresPerUnit(), origin(seen, units.metresPerUnit()));
    var reader = new LineWorkReader(frame, options.number(Option.CURVE_TOLERANCE_MM) / 1000);
    var work = reader.read(seen);
    if (reader.cutShort()) {
      diagnostics.add(
          new Diagnostic(
              "TOO_MANY_LINES", "Some line work was not looked at for walls", Place.UNKNOWN));
    }
    var index = new LineIndex(work.lines());
    var swings = new SwingFinder(work, index).find();
    var finder = new WindowStripFinder(work);
    var strips = finder.find();
    var candidates = Candidates.of(work, index, swings, strips, finder.treads());
    if (Arrangement.tooDense(candidates.lines())) {
      diagnostics.add(
          new Diagnostic(
              "LINES_TOO_DENSE", "The line work is too dense to be a floor plan", Place.UNKNOWN));
      return new Reconstruction(units, new Building(List.of()), SeenItems.of(seen), diagnostics);
    }
    var storey = Storey.find(work, index, candidates, swings, strips);
    var plan = new PlanMaker(frame, work, index, options);
    return new Reconstruction(
        units, plan.building(storey, VIEW), SeenItems.of(plan.leftover(storey)), diagnostics);
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
