package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.SheetView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;

/**
 * One view of a sheet, understood by itself.
 *
 * @param name its title, or its number in reading order
 * @param box local metres
 * @param seen what is drawn in it
 * @param found in it, or in a view that is drawn like it
 * @param at where it stands from where {@code found} lies, metres
 */
record SheetPart(
    String name,
    Envelope box,
    List<Expansion.Seen> seen,
    Optional<ViewTitle> title,
    Recognition found,
    Vec2 at,
    ViewJudge.Verdict verdict) {
  boolean isPlan() {
    return verdict.kind() == SheetView.Kind.PLAN && !found.storey().walls().isEmpty();
  }

  /** The same, taken for something else. */
  SheetPart withoutPlan() {
    var other =
        new ViewJudge.Verdict(
            SheetView.Kind.OTHER, 0.5, verdict.reason() + ", less like a plan than others");
    return new SheetPart(name, box, seen, title, found, at, other);
  }

  /** The same, called otherwise. */
  SheetPart named(String otherName, Optional<ViewTitle> otherTitle) {
    return new SheetPart(otherName, box, seen, otherTitle, found, at, verdict);
  }

  /** The same, drawn so many times larger in a unit that is so many times smaller. */
  SheetPart inUnits(double factor) {
    var scaled = ViewScale.scaled(found.work().seen(), factor);
    return new SheetPart(name, box, scaled, title, found.drawnBy(scaled), at, verdict);
  }

  /** The storey its title speaks of. */
  OptionalDouble storey() {
    return title.map(ViewTitle::storey).orElse(OptionalDouble.empty());
  }
}
