package dev.planlift.core.overlay;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.SheetView;
import java.util.List;

/**
 * What an overlay shows.
 *
 * @param metresPerUnit of the drawing's unit
 * @param views of a sheet with several; their bounds in plan metres where they are drawn
 * @param missed lines that are drawn like walls and were not taken, in plan metres where they are
 *     drawn
 */
public record Overlay(
    Drawing drawing,
    Building building,
    double metresPerUnit,
    List<SheetView> views,
    List<List<Vec2>> missed) {
  public Overlay {
    views = List.copyOf(views);
    missed = List.copyOf(missed);
  }
}
