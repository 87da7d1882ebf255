package dev.planlift.core.preview;

/**
 * Cuts a triangle into rows of cells whose middles lie inside it. One is used for many triangles:
 * the rows are those of the last one. What is done with them stands at the caller's, so that each
 * gets a loop of its own.
 */
final class Scan {
  private final int width;
  private final int firstRow;
  private final int lastRow;

  /** The triangle's first row; more than {@link #last} where it has none. */
  int first;

  int last;

  /**
   * The cells of row {@link #first} + i, {@code left[i]} to {@code right[i]}, both included; none
   * where the left one is the greater.
   */
  final int[] left;

  final int[] right;

  /** Of the triangle's plane in the middle of the left cell. */
  final float[] value;

  /** Of the value, from cell to cell. */
  float step;

  Scan(int width, int firstRow, int lastRow) {
    this.width = width;
    this.firstRow = firstRow;
    this.lastRow = lastRow;
    int rows = lastRow - firstRow + 1;
    left = new int[rows];
    right = new int[rows];
    value = new float[rows];
  }

  /**
   * One triangle, either way round.
   *
   * @param t 9 values from {@code at}: x, y and the value at each corner
   */
  void triangle(float[] t, int at) {
    int high = at;
    int middle = at + 3;
    int low = at + 6;
    if (t[middle + 1] < t[high + 1]) {
      int swap = high;
      high = middle;
      middle = swap;
    }
    if (t[low + 1] < t[middle + 1]) {
      int swap = middle;
      middle = low;
      low = swap;
      if (t[middle + 1] < t[high + 1]) {
        swap = high;
        high = middle;
        middle = swap;
      }
    }
    first = Math.max(firstRow, (int) Math.ceil(t[high + 1] - 0.5f));
    last = Math.min(lastRow, (int) Math.floor(t[low + 1] - 0.5f));
    if (first <= last) {
      rows(t, high, middle, low);
    }
  }

  /** From its upper to its lower corner, whichever way round: neighbours leave no crack. */
  private void rows(float[] t, int high, int middle, int low) {
    float x0 = t[high];
    float y0 = t[high + 1];
    float x1 = t[middle];
    float y1 = t[middle + 1];
    float x2 = t[low];
    float y2 = t[low + 1];
    float area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
    if (!(Math.abs(area) > 1e-6f)) {
      last = first - 1;
      return;
    }
    float v0 = t[high + 2];
    float v1 = t[middle + 2] - v0;
    float v2 = t[low + 2] - v0;
    step = (v1 * (y2 - y0) - v2 * (y1 - y0)) / area;
    float byY = (v2 * (x1 - x0) - v1 * (x2 - x0)) / area;
    float whole = (x2 - x0) / (y2 - y0);
    float upper = (x1 - x0) / (y1 - y0);
    float lower = (x2 - x1) / (y2 - y1);
    for (int y = first; y <= last; y++) {
      float cy = y + 0.5f;
      float a = x0 + (cy - y0) * whole;
      float b = cy < y1 ? x0 + (cy - y0) * upper : x1 + (cy - y1) * lower;
      int from = Math.max(0, (int) Math.ceil(Math.min(a, b) - 0.5f));
      int i = y - first;
      left[i] = from;
      // A row that only touches the lowest corner has no cells; without a number, there are none.
      right[i] = cy < y2 ? Math.min(width - 1, (int) Math.ceil(Math.max(a, b) - 0.5f) - 1) : -1;
      value[i] = v0 + step * (from + 0.5f - x0) + byY * (cy - y0);
    }
  }
}
