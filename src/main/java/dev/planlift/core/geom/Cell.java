package dev.planlift.core.geom;

/** A cell of a grid as one number, for maps by place. */
public final class Cell {
  private Cell() {}

  /** Its own for each cell whose column and row fit into 32 bits. */
  public static long at(long column, long row) {
    return (column << 32) ^ (row & 0xFFFFFFFFL);
  }

  /** The column of a cell. */
  public static int column(long cell) {
    return (int) (cell >> 32);
  }

  /** The row of a cell. */
  public static int row(long cell) {
    return (int) cell;
  }
}
