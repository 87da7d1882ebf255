package dev.planlift.core.plan;

import java.util.List;

/** What was recognised, in metres, in the drawing's own frame. */
public record Building(List<Level> levels) {
  public Building {
    levels = List.copyOf(levels);
  }

  public boolean isEmpty() {
    return levels.stream().allMatch(level -> level.walls().isEmpty());
  }
}
