package dev.planlift.core.plan;

import java.util.List;
import java.util.Map;

/**
 * What was recognised, in metres, in the drawing's own frame.
 *
 * @param things what the symbols among the rest of the drawing stand for, as far as names tell
 */
public record Building(List<Level> levels, Map<ThingName, ThingKind> things) {
  public Building {
    levels = List.copyOf(levels);
    things = Map.copyOf(things);
  }

  /** A building without furniture. */
  public Building(List<Level> levels) {
    this(levels, Map.of());
  }

  public boolean isEmpty() {
    return levels.stream().allMatch(level -> level.walls().isEmpty());
  }
}
