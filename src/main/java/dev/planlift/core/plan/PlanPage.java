package dev.planlift.core.plan;

import java.util.List;

/**
 * What became of a page.
 *
 * @param page from 1
 * @param units the page's own scale
 * @param views what it shows; those of a building name their level
 */
public record PlanPage(int page, UnitDecision units, List<SheetView> views) {
  public PlanPage {
    views = List.copyOf(views);
  }
}
