package dev.planlift.core.plan;

import dev.planlift.core.geom.Box;
import java.util.Optional;

/**
 * One of the views that a sheet shows side by side.
 *
 * @param name its title as drawn, "View 3" where it has none
 * @param bounds in plan metres, where it is drawn
 * @param confidence in its kind, 0 to 1
 * @param reason for its kind, in a few words
 * @param level label of the level it became or is part of; empty where it was left out
 */
public record SheetView(
    String name, Kind kind, Box bounds, double confidence, String reason, Optional<String> level) {
  /** What a view shows. */
  public enum Kind {
    PLAN,
    ELEVATION,
    SECTION,
    DETAIL,
    ROOF,
    /** Installations, ceilings, foundations, furniture: a plan again, of something else. */
    SERVICES,
    SITE,
    /** Legends, schedules, title blocks. */
    LEGEND,
    OTHER
  }
}
