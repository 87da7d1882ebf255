package dev.planlift.core.overlay;

import java.util.List;

/** What an overlay is drawn on. Pixels, y down; points are x, y pairs. */
interface Surface {
  int INK = 0x1B2631;

  /** Where a text stands to its point. */
  enum Anchor {
    START,
    MIDDLE
  }

  /** An area, filled and outlined; holes wind the other way. */
  void area(Style style, List<double[]> rings);

  /** An upright rectangle of the legend. */
  void box(Style style, double x, double y, double width, double height);

  /**
   * A line.
   *
   * @param count of the points that are used
   */
  void line(Style style, double[] xy, int count, boolean closed);

  /** A line of text over its base line. */
  void text(String text, double x, double y, double size, Anchor anchor);
}
