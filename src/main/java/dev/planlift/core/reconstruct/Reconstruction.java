package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.PlanPage;
import dev.planlift.core.plan.SheetView;
import dev.planlift.core.plan.UnitDecision;
import dev.planlift.core.source.Diagnostic;
import java.util.List;

/**
 * What became of a drawing.
 *
 * @param building in metres; without levels where no walls were found
 * @param leftover what is shown and was not taken as wall, door or window, level by level in the
 *     building's order; one where there is no level; source units, moved as the level is
 * @param views the views of a sheet that shows several; empty where it is one plan
 * @param pages of a file with pages, those that were taken, in their order; empty for others
 */
public record Reconstruction(
    UnitDecision units,
    Building building,
    List<SeenItems> leftover,
    List<SheetView> views,
    List<PlanPage> pages,
    List<Diagnostic> diagnostics) {
  public Reconstruction {
    leftover = List.copyOf(leftover);
    views = List.copyOf(views);
    pages = List.copyOf(pages);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Of what has no pages. */
  Reconstruction(
      UnitDecision units,
      Building building,
      List<SeenItems> leftover,
      List<SheetView> views,
      List<Diagnostic> diagnostics) {
    this(units, building, leftover, views, List.of(), diagnostics);
  }

  /** The same of these pages. */
  Reconstruction with(List<PlanPage> ofPages) {
    return new Reconstruction(units, building, leftover, views, ofPages, diagnostics);
  }

  Reconstruction withDiagnostics(List<Diagnostic> others) {
    return new Reconstruction(units, building, leftover, views, pages, others);
  }

  /** The same, with the line work forgotten. */
  public Reconstruction withoutLeftover() {
    return new Reconstruction(units, building, List.of(), views, pages, diagnostics);
  }
}
