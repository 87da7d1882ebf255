package dev.planlift.core.source;

import java.util.List;

/** Where in the input a thing was drawn. */
public sealed interface SourceRef {
  /**
   * A DXF entity by its handle, hexadecimal text as in the file; {@code "line N"} where it has
   * none.
   */
  record Handle(String handle) implements SourceRef {}

  /** A place on a PDF page: 1-based page, box {@code [x0, y0, x1, y1]} in points. */
  record PageBox(int page, List<Double> box) implements SourceRef {
    public PageBox {
      box = List.copyOf(box);
    }
  }
}
