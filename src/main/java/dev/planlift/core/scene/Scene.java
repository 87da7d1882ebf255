package dev.planlift.core.scene;

import dev.planlift.core.geom.Box;
import java.util.List;

/**
 * What is shown and written: one root node a level, in metres, plan axes, z up, in the drawing's
 * own frame (no origin subtracted).
 *
 * @param bounds of everything in it
 */
public record Scene(List<SceneNode> levels, Box bounds) {
  public Scene {
    levels = List.copyOf(levels);
  }
}
