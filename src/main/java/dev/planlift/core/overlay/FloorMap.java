package dev.planlift.core.overlay;

import java.util.Arrays;
import java.util.List;

/** What of the building lies where on the picture: a number for each cell of some pixels. */
final class FloorMap {
  /** Nothing of the building. */
  static final int FREE = 0;

  /** Walls and what else is no floor. */
  static final int OTHER = -1;

  private static final int CELL_PX = 3;

  private final int columns;
  private final int rows;
  private final int[] cells;

  FloorMap(Sheet sheet) {
    columns = sheet.width() / CELL_PX + 1;
    rows = sheet.height() / CELL_PX + 1;
    cells = new int[columns * rows];
  }

  /**
   * Notes an area.
   *
   * @param rings its outline and holes, x, y pairs in pixels
   */
  void fill(List<double[]> rings, int value) {
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    int corners = 0;
    for (var ring : rings) {
      corners += ring.length / 2;
      for (int i = 1; i < ring.length; i += 2) {
        top = Math.min(top, ring[i]);
        bottom = Math.max(bottom, ring[i]);
      }
    }
    var crossings = new double[corners];
    int last = Math.min(rows - 1, cell(bottom));
    for (int row = Math.max(0, cell(top)); row <= last; row++) {
      int count = crossings(rings, middle(row), crossings);
      Arrays.sort(crossings, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        fillRow(row, crossings[i], crossings[i + 1], value);
      }
    }
  }

  private void fillRow(int row, double from, double to, int value) {
    int first = Math.clamp((int) Math.ceil(from / CELL_PX - 0.5), 0, columns);
    int end = Math.clamp((int) Math.ceil(to / CELL_PX - 0.5), first, columns);
    Arrays.fill(cells, row * columns + first, row * columns + end, value);
  }

  private static int crossings(List<double[]> rings, double y, double[] into) {
    int count = 0;
    for (var ring : rings) {
      for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        double y0 = ring[j + 1];
        double y1 = ring[i + 1];
        if ((y0 <= y) != (y1 <= y)) {
          into[count++] = ring[j] + (y - y0) * (ring[i] - ring[j]) / (y1 - y0);
        }
      }
    }
    return count;
  }

  /** The share of a box that bears a number, 0 to 1. */
  double share(PixelBox box, int value) {
    int met = 0;
    int asked = 0;
    for (int row = cell(box.top()); row <= cell(box.bottom()); row++) {
      for (int column = cell(box.left()); column <= cell(box.right()); column++) {
        asked++;
        met += at(column, row) == value ? 1 : 0;
      }
    }
    return asked == 0 ? 0 : (double) met / asked;
  }

  private int at(int column, int row) {
    boolean inside = column >= 0 && row >= 0 && column < columns && row < rows;
    return inside ? cells[row * columns + column] : OTHER;
  }

  private static int cell(double pixels) {
    return (int) Math.floor(pixels / CELL_PX);
  }

  private static double middle(int cell) {
    return (cell + 0.5) * CELL_PX;
  }
}
