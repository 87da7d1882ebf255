package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;

/** A named part of the drawing: a paper-space layout, a viewport, a page. Source units. */
public record View(String name, Kind kind, Box extents) {
  /** What sort of part. */
  public enum Kind {
    MODEL,
    LAYOUT,
    VIEWPORT,
    PAGE
  }
}
