package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.plan.UnitDecision;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * The scales of single views on a sheet: one whose own note names another scale than the sheet is
 * taken to be at is drawn larger or smaller than the others.
 *
 * @param said the denominator that the sheet says
 */
record ViewScale(double said) {
  /** A note and the sheet's scale that are nearer than this are the same. */
  private static final double SAME = 0.02;

  /** Details larger than life and maps are no views of one building. */
  private static final double MOST = 25;

  /** Empty where the sheet itself says nothing to compare with. */
  static Optional<ViewScale> of(UnitDecision units) {
    return units.declared().startsWith("1:")
        ? Optional.of(new ViewScale(Double.parseDouble(units.declared().substring(2))))
        : Optional.empty();
  }

  /** How many times larger than on the rest of the sheet what is seen in a view is in truth. */
  double factor(List<Expansion.Seen> seen) {
    var denominators =
        seen.stream()
            .map(Expansion.Seen::item)
            .filter(TextLabel.class::isInstance)
            .flatMap(item -> ScaleNote.in(((TextLabel) item).text()).stream())
            .filter(note -> note.strength() != ScaleNote.Strength.AMONG)
            .map(ScaleNote::denominator)
            .distinct()
            .toList();
    if (denominators.size() != 1) {
      return 1;
    }
    double factor = denominators.getFirst() / said;
    double off = Math.abs(Math.log(factor));
    return off < SAME || off > Math.log(MOST) ? 1 : factor;
  }

  /** The same drawn so many times larger, the page's corner staying where it is. */
  static List<Expansion.Seen> scaled(List<Expansion.Seen> seen, double factor) {
    var by = Affine3.scale(factor, factor, factor);
    var instances = new IdentityHashMap<SymbolInstance, SymbolInstance>();
    var scaled = new ArrayList<Expansion.Seen>();
    for (var one : seen) {
      var inside =
          one.inside().stream()
              .map(i -> instances.computeIfAbsent(i, instance -> instance.transformed(by)))
              .toList();
      scaled.add(new Expansion.Seen(one.item().transformed(by), inside));
    }
    return scaled;
  }

  /** Where a box of local metres lies then. */
  static Envelope scaled(Envelope box, Frame frame, double factor) {
    var plan = frame.plan(box);
    return new Envelope(
        plan.min().x() * factor - frame.origin().x(),
        plan.max().x() * factor - frame.origin().x(),
        plan.min().y() * factor - frame.origin().y(),
        plan.max().y() * factor - frame.origin().y());
  }
}
