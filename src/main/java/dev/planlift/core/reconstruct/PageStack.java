package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.reconstruct.StoreyStack.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Puts plans of several pages over each other: those that name their storey in its order, then the
 * others in the pages' order. A storey that is there already is not put there twice. One use, one
 * thread.
 */
final class PageStack {
  private final boolean asked;
  private final List<Placed> placed = new ArrayList<>();
  private final List<SheetPart> repeated = new ArrayList<>();
  private final List<SheetPart> apart = new ArrayList<>();

  /**
   * @param asked whether somebody said of each page that it is a storey
   */
  PageStack(boolean asked) {
    this.asked = asked;
  }

  /** The plans that show once more what another shows. */
  List<SheetPart> repeated() {
    return List.copyOf(repeated);
  }

  /** The plans that name no storey and whose walls stand over nobody's. */
  List<SheetPart> apart() {
    return List.copyOf(apart);
  }

  /**
   * The plans in their places, the lowest storey first.
   *
   * @param plans in the pages' order
   */
  List<Placed> stack(List<SheetPart> plans) {
    var fits = new StoreyFits(plans);
    plans.stream()
        .sorted(Comparator.comparingDouble(plan -> plan.storey().orElse(Double.MAX_VALUE)))
        .forEach(plan -> place(plan, fits));
    int cellars = (int) placed.stream().filter(one -> one.part().storey().orElse(0) < 0).count();
    return placed.stream()
        .map(one -> new Placed(one.part(), one.storey() - cellars, one.shift()))
        .toList();
  }

  private void place(SheetPart part, StoreyFits fits) {
    if (placed.isEmpty()) {
      placed.add(new Placed(part, 0, Vec2.ZERO));
      return;
    }
    if (part.storey().isPresent() && isThere(part.storey())) {
      repeated.add(part);
      return;
    }
    var over = fits.best(part, placed.stream().map(Placed::part).toList());
    if (part.storey().isEmpty() && over.fit().mutual() >= StoreyStack.SAME) {
      repeated.add(part);
    } else if (StoreyFits.isOver(over.fit())) {
      add(part, over.fit().shift().plus(shiftOf(over.other())));
    } else if (part.storey().isPresent() || asked) {
      add(part, Vec2.ZERO); // sheets of one set have the building in one place
    } else {
      apart.add(part);
    }
  }

  private void add(SheetPart part, Vec2 shift) {
    placed.add(new Placed(part, placed.size(), shift));
  }

  private boolean isThere(OptionalDouble storey) {
    return placed.stream().anyMatch(one -> one.part().storey().equals(storey));
  }

  // A part is placed once.
  @SuppressWarnings("ReferenceEquality")
  private Vec2 shiftOf(SheetPart part) {
    return placed.stream()
        .filter(one -> one.part() == part)
        .map(Placed::shift)
        .findFirst()
        .orElse(Vec2.ZERO);
  }
}
