package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
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
    UnitDecision units,
    Building building,
    List<Expansion.Seen> leftover,
    List<Diagnostic> diagnostics) {
  public Reconstruction {
    leftover = List.copyOf(leftover);
    diagnostics = List.copyOf(diagnostics);
  }
}
