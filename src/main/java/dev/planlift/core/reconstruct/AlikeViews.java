package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.geom.Tolerance;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Views of a sheet that are drawn like an earlier one to the last line and word, only elsewhere:
 * what was found there is found here as well. One use, one thread.
 */
final class AlikeViews {
  /** What doubles lose by moving, and no more. */
  private static final double TOLERANCE_M = 1e-6;

  /** Views that are the same by number and kind of what is drawn, but not alike, are many. */
  private static final int MOST_COMPARED = 16;

  private final double metresPerUnit;
  private final Map<Integer, List<SheetPart>> known = new HashMap<>();

  AlikeViews(double metresPerUnit) {
    this.metresPerUnit = metresPerUnit;
  }

  /** A view that was understood by itself. */
  SheetPart keep(SheetPart part) {
    var same = known.computeIfAbsent(Likeness.print(part.seen()), print -> new ArrayList<>());
    if (same.size() < MOST_COMPARED) {
      same.add(part);
    }
    return part;
  }

  /**
   * A view as one that is known; empty where none is like it.
   *
   * @param box local metres
   */
  Optional<SheetPart> like(int number, Envelope box, List<Expansion.Seen> seen) {
    for (var part : known.getOrDefault(Likeness.print(seen), List.of())) {
      var move = Likeness.move(part.seen(), seen, TOLERANCE_M / metresPerUnit);
      var by = move.orElse(Vec2.ZERO).times(metresPerUnit);
      if (move.isPresent() && isMoved(part.box(), box, by)) {
        return Optional.of(
            new SheetPart(
                Sheet.name(number, part.title()),
                box,
                seen,
                part.title(),
                part.found().drawnBy(seen),
                onGrid(by),
                part.verdict()));
      }
    }
    return Optional.empty();
  }

  /** So that alike solids are made once, too: it changes no place by more than half a step. */
  private static Vec2 onGrid(Vec2 move) {
    double steps = Math.rint(1 / Tolerance.GRID_M);
    return new Vec2(Math.rint(move.x() * steps) / steps, Math.rint(move.y() * steps) / steps);
  }

  private static boolean isMoved(Envelope one, Envelope other, Vec2 by) {
    return Math.abs(one.getMinX() + by.x() - other.getMinX()) <= TOLERANCE_M
        && Math.abs(one.getMinY() + by.y() - other.getMinY()) <= TOLERANCE_M
        && Math.abs(one.getMaxX() + by.x() - other.getMaxX()) <= TOLERANCE_M
        && Math.abs(one.getMaxY() + by.y() - other.getMaxY()) <= TOLERANCE_M;
  }
}
