package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What is drawn, moved to where its level stands; placements that were one stay one. */
final class Moved {
  private final Affine3 by;
  private final IdentityHashMap<SymbolInstance, SymbolInstance> instances = new IdentityHashMap<>();

  private Moved(Affine3 by) {
    this.by = by;
  }

  /**
   * @param shift metres
   */
  static List<Expansion.Seen> by(Vec2 shift, double metresPerUnit, List<Expansion.Seen> seen) {
    if (shift.equals(Vec2.ZERO)) {
      return seen;
    }
    var units = shift.times(1 / metresPerUnit);
    var moved = new Moved(Affine3.translation(new Vec3(units.x(), units.y(), 0)));
    return seen.stream().map(moved::seen).toList();
  }

  private Expansion.Seen seen(Expansion.Seen one) {
    if (one.inside().isEmpty()) {
      return new Expansion.Seen(one.item().transformed(by), one.inside());
    }
    var inside = new ArrayList<>(one.inside());
    inside.set(0, instances.computeIfAbsent(inside.getFirst(), i -> i.transformed(by)));
    return new Expansion.Seen(one.item().transformed(by), List.copyOf(inside));
  }
}
