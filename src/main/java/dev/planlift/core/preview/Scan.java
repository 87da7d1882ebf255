package dev.planlift.core.preview;

/** Cuts a triangle into rows of cells whose middles lie inside it. */
final class Scan {
  /** Takes the rows. */
  interface Sink {
    /**
     * Cells {@code left} to {@code right} of a row, both included.
     *
     * @param value of the triangle's plane in the middle of the left cell
     * @param step from cell to cell
     */
    void row(int y, int left, int right, float value, float step);
  }

  private final int width;
  private final int firstRow;
  private final int lastRow;
  private final Sink sink;

  Scan(int width, int firstRow, int lastRow, Sink sink) {
    this.width = width;
    this.firstRow = firstRow;
    this.lastRow = lastRow;
    this.sink = sink;
  }

  /**
   * One triangle, either way round.
   *
   * @param t 9 values from {@code at}: x, y and the value at each corner
   */
  void triangle(float[] t, int at) {
    float x0 = t[at];
    float y0 = t[at + 1];
    float x1 = t[at + 3];
    float y1 = t[at + 4];
    float x2 = t[at + 6];
    float y2 = t[at + 7];
    int first = Math.max(firstRow, (int) Math.ceil(Math.min(y0, Math.min(y1, y2)) - 0.5f));
    int last = Math.min(lastRow, (int) Math.floor(Math.max(y0, Math.max(y1, y2)) - 0.5f));
    float area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
    if (last < first || !(Math.abs(area) > 1e-6f)) {
      return;
    }
    float v0 = t[at + 2];
    float v1 = t[at + 5] - v0;
    float v2 = t[at + 8] - v0;
    float byX = (v1 * (y2 - y0) - v2 * (y1 - y0)) / area;
    float byY = (v2 * (x1 - x0) - v1 * (x2 - x0)) / area;
    for (int y = first; y <= last; y++) {
      float cy = y + 0.5f;
      float a = crossing(x0, y0, x1, y1, cy);
      float b = crossing(x1, y1, x2, y2, cy);
      float c = crossing(x2, y2, x0, y0, cy);
      // Exactly two of the three sides are met; the third gives NaN.
      float one = Float.isNaN(a) ? c : a;
      float two = Float.isNaN(b) ? c : b;
      float from = Math.min(one, two);
      float to = Math.max(one, two);
      int left = Math.max(0, (int) Math.ceil(from - 0.5f));
      int right = Math.min(width - 1, (int) Math.ceil(to - 0.5f) - 1);
      if (left <= right) {
        sink.row(y, left, right, v0 + byX * (left + 0.5f - x0) + byY * (cy - y0), byX);
      }
    }
  }

  /** Reckoned from the upper end whichever way round, so that neighbours leave no crack. */
  private static float crossing(float xa, float ya, float xb, float yb, float y) {
    if ((ya <= y) == (yb <= y)) {
      return Float.NaN;
    }
    return ya < yb ? xa + (y - ya) * (xb - xa) / (yb - ya) : xb + (y - yb) * (xa - xb) / (ya - yb);
  }
}
