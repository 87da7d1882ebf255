package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;
import java.util.Optional;

/**
 * A named part of the drawing: a paper-space layout, a viewport, a page. Source units.
 *
 * @param extents of a viewport, on its sheet; may be empty
 * @param model what of the model is seen in a viewport; empty for all others
 * @param measure what a unit in it measures in truth, where the drawing says so
 * @param page what sort of page it is; empty for all others. Pages that were not taken have no
 *     extents; what follows a page up to the next one is part of it
 */
public record View(
    String name,
    Kind kind,
    Box extents,
    Box model,
    Optional<Measure> measure,
    Optional<PageClass> page) {
  public View(String name, Kind kind, Box extents) {
    this(name, kind, extents, Box.EMPTY);
  }

  public View(String name, Kind kind, Box extents, Box model) {
    this(name, kind, extents, model, Optional.empty());
  }

  public View(String name, Kind kind, Box extents, Box model, Optional<Measure> measure) {
    this(name, kind, extents, model, measure, Optional.empty());
  }

  /** A page. */
  public View(PageClass page, Box extents, Optional<Measure> measure) {
    this("page " + page.page(), Kind.PAGE, extents, Box.EMPTY, measure, Optional.of(page));
  }

  /** What sort of part. */
  public enum Kind {
    MODEL,
    LAYOUT,
    VIEWPORT,
    PAGE
  }
}
