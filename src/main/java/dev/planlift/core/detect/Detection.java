package dev.planlift.core.detect;

import dev.planlift.core.geom.Vec2;
import java.util.List;

/**
 * One thing seen on a page.
 *
 * @param outline its corners in order, points of the page as shown from its lower left corner, Y up
 * @param confidence 0 to 1
 */
public record Detection(Kind kind, List<Vec2> outline, double confidence) {
  /** What is looked for. */
  public enum Kind {
    /** A straight piece of wall, up to the openings in it. */
    WALL,
    /** What lies between two pieces of wall, leaf or not. */
    DOOR,
    WINDOW,
    COLUMN,
    /** One flight with its treads. */
    STAIR
  }

  public Detection {
    outline = List.copyOf(outline);
    if (outline.size() < 3 || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "No outline of " + outline.size() + " corners, sure to " + confidence);
    }
  }
}
