package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.UnitDecision;
import dev.planlift.core.source.Diagnostic;
import java.util.List;

/**
 * What became of a drawing.
 *
 * @param building in metres; without levels where no walls were found
 * @param leftover everything seen that was not taken as wall, door or window; source units
 */
public record Reconstruction(
    UnitDecision units, Building building, SeenItems leftover, List<Diagnostic> diagnostics) {
  public Reconstruction {
    diagnostics = List.copyOf(diagnostics);
  }

  /** The same, with the line work forgotten. */
  public Reconstruction withoutLeftover() {
    return new Reconstruction(units, building, visitor -> {}, diagnostics);
  }
}
