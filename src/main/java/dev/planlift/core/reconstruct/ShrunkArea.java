package dev.planlift.core.reconstruct;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Bounds what is left of a polygon that is shrunk, without shrinking it: of a grid so fine that all
 * of a cell is as near to an outline that runs through it as that, only cells within the polygon
 * through which none runs can be left. Time grows with the cells and with the outline's length in
 * cells; to shrink a polygon of very many corners takes far longer.
 */
final class ShrunkArea {
  /** So much coarser than exact arithmetic, so that a cell marked by rounding does no harm. */
  private static final double FINER = 1 - 1e-6;

  /** Shrinking takes as long for a corner as some hundreds of cells. */
  private static final long CELLS_A_CORNER = 400;

  private static final int MAX_CELLS = 1 << 23;

  private static final byte MET = 1;

  /** Right of here it is inside where it was outside, along the middle of the row. */
  private static final byte TURNS = 2;

  private final double cell;
  private final double left;
  private final double low;
  private final int columns;
  private final int rows;
  private final byte[] cells;

  private ShrunkArea(Envelope box, double cell) {
    this.cell = cell;
    left = box.getMinX();
    low = box.getMinY();
    columns = count(box.getWidth(), cell);
    rows = count(box.getHeight(), cell);
    cells = new byte[columns * rows];
  }

  private static int count(double length, double cell) {
    return (int) (length / cell) + 1;
  }

  /**
   * No more than so much is left; infinity where to find out takes longer than to shrink.
   *
   * @param polygon valid
   * @param by more than 0
   * @return square metres, exactly 0 where nothing is
   */
  static double atMost(Polygon polygon, double by) {
    double cell = by / Math.sqrt(2) * FINER;
    var box = polygon.getEnvelopeInternal();
    double count = (box.getWidth() / cell + 1) * (box.getHeight() / cell + 1);
    if (!(count <= Math.min(MAX_CELLS, CELLS_A_CORNER * polygon.getNumPoints()))) {
      return Double.POSITIVE_INFINITY;
    }
    var grid = new ShrunkArea(box, cell);
    grid.draw(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      grid.draw(polygon.getInteriorRingN(i));
    }
    return grid.within() * cell * cell;
  }

  private void draw(LinearRing ring) {
    var points = ring.getCoordinateSequence();
    for (int i = 1; i < points.size(); i++) {
      double x0 = (points.getX(i - 1) - left) / cell;
      double y0 = (points.getY(i - 1) - low) / cell;
      double x1 = (points.getX(i) - left) / cell;
      double y1 = (points.getY(i) - low) / cell;
      draw(x0, y0, x1, y1);
    }
  }

  /** Row by row, ends in cells. */
  private void draw(double x0, double y0, double x1, double y1) {
    int first = row(Math.min(y0, y1));
    int last = row(Math.max(y0, y1));
    double slope = y0 == y1 ? 0 : (x1 - x0) / (y1 - y0);
    for (int row = first; row <= last; row++) {
      double from = x0;
      double to = x1;
      if (first < last) {
        from = x0 + slope * (Math.clamp(row, Math.min(y0, y1), Math.max(y0, y1)) - y0);
        to = x0 + slope * (Math.clamp(row + 1.0, Math.min(y0, y1), Math.max(y0, y1)) - y0);
      }
      int right = column(Math.max(from, to));
      for (int column = column(Math.min(from, to)); column <= right; column++) {
        cells[row * columns + column] |= MET;
      }
      double middle = row + 0.5;
      if (y0 <= middle != y1 <= middle) {
        int at = row * columns + column(x0 + slope * (middle - y0));
        cells[at] = (byte) ((cells[at] ^ TURNS) | MET);
      }
    }
  }

  private int row(double y) {
    return Math.clamp((int) y, 0, rows - 1);
  }

  private int column(double x) {
    return Math.clamp((int) x, 0, columns - 1);
  }

  private long within() {
    long within = 0;
    for (int row = 0; row < rows; row++) {
      boolean inside = false;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        within += inside && (cells[i] & MET) == 0 ? 1 : 0;
        inside ^= (cells[i] & TURNS) != 0;
      }
    }
    return within;
  }
}
