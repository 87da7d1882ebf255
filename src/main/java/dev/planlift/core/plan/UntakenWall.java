package dev.planlift.core.plan;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.source.SourceRef;

/**
 * A line that is drawn like a wall and of which none was made.
 *
 * @param from in plan metres where it is drawn
 * @param level label of the level it belongs to
 * @param reason why not, in a few words
 */
public record UntakenWall(
    Vec2 from, Vec2 to, String level, String layer, SourceRef source, String reason) {
  public double lengthM() {
    return from.distance(to);
  }
}
