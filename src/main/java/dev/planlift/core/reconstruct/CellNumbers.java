package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Cell;
import java.util.Arrays;

/** Numbers the cells of a grid in the order in which they are met, from 0. Not thread-safe. */
final class CellNumbers {
  private static final int NONE = -1;

  private long[] keys = new long[64];
  private int[] numbers = filled(64);
  private long[] cells = new long[32];
  private int size;

  private static int[] filled(int length) {
    var numbers = new int[length];
    Arrays.fill(numbers, NONE);
    return numbers;
  }

  int size() {
    return size;
  }

  int column(int number) {
    return Cell.column(cells[number]);
  }

  int row(int number) {
    return Cell.row(cells[number]);
  }

  /** The number of a cell, a new one where it was not met before. */
  int put(int column, int row) {
    long key = Cell.at(column, row);
    int at = place(key);
    if (numbers[at] == NONE) {
      if (2 * size >= keys.length) {
        grow();
        at = place(key);
      }
      if (size == cells.length) {
        cells = Arrays.copyOf(cells, 2 * size);
      }
      keys[at] = key;
      cells[size] = key;
      numbers[at] = size++;
    }
    return numbers[at];
  }

  /** The number of a cell; −1 where it was not met. */
  int get(int column, int row) {
    return numbers[place(Cell.at(column, row))];
  }

  /** Where a key is, or would be. */
  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) (mixed(key) & mask);
    while (numbers[at] != NONE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** Spreads what differs little: neighbouring cells would crowd one place else. */
  static long mixed(long key) {
    long product = key * 0x9E3779B97F4A7C15L;
    return product ^ (product >>> 32);
  }

  private void grow() {
    keys = new long[2 * keys.length];
    numbers = filled(keys.length);
    for (int i = 0; i < size; i++) {
      int at = place(cells[i]);
      keys[at] = cells[i];
      numbers[at] = i;
    }
  }
}
