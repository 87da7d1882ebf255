package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;
import java.util.Optional;

/**
 * A named part of the drawing: a paper-space layout, a viewport, a page. Source units.
 *
 * @param extents of a viewport, on its sheet; may be empty
 * @param model what of the model is seen in a viewport; empty for all others
 * @param measure what a unit in it measures in truth, where the drawing says so
 */
public record View(String name, Kind kind, Box extents, Box model, Optional<Measure> measure) {
  public View(String name, Kind kind, Box extents) {
    this(name, kind, extents, Box.EMPTY);
  }

  public View(String name, Kind kind, Box extents, Box model) {
    this(name, kind, extents, model, Optional.empty());
  }

  /** What sort of part. */
  public enum Kind {
    MODEL,
    LAYOUT,
    VIEWPORT,
    PAGE
  }
}
