package dev.planlift.core.convert;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.gltf.GlbStatistics;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.PlanPage;
import dev.planlift.core.plan.SheetView;
import dev.planlift.core.plan.UnitDecision;
import dev.planlift.core.plan.UntakenWall;
import dev.planlift.core.solid.budget.Budget;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.WorkerError;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say of one conversion; parts that were not reached are empty.
 *
 * @param sha256 of the input, hexadecimal; empty where it could not be read
 * @param sheet its views, where it shows several
 * @param pages what became of those that were taken
 * @param checkpoint what was kept for a later conversion
 * @param untaken what is drawn like a wall and was not taken
 */
record Report(
    ConversionRequest request,
    String sha256,
    Optional<Drawing> drawing,
    Optional<UnitDecision> units,
    Optional<Building> building,
    List<SheetView> sheet,
    List<PlanPage> pages,
    List<UntakenWall> untaken,
    Optional<GlbStatistics> outputs,
    Optional<Budget.Outcome> budget,
    List<StageRecord> stages,
    Optional<KeptStages.Kept> checkpoint,
    List<Diagnostic> warnings,
    Optional<WorkerError> error) {
  Report {
    sheet = List.copyOf(sheet);
    pages = List.copyOf(pages);
    untaken = List.copyOf(untaken);
    stages = List.copyOf(stages);
    warnings = List.copyOf(warnings);
  }
}
