package dev.planlift.core.dxf.entity;

import java.util.Arrays;

/** A growing list of doubles; an empty one takes no room. */
final class Doubles {
  private static final double[] NONE = {};

  private double[] values = NONE;
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(4, size * 2));
    }
    values[size++] = value;
  }

  /** Lengthens it to so many values, the new ones being the same. */
  void fillTo(int length, double value) {
    while (size < length) {
      add(value);
    }
  }

  void setLast(double value) {
    setFromLast(1, value);
  }

  /** Sets the value so many places from the end, 1 being the last; nothing where there is none. */
  void setFromLast(int back, double value) {
    if (back <= size) {
      values[size - back] = value;
    }
  }

  /** Drops every second row of so many values, keeping the first. */
  void thin(int rowLength) {
    int kept = 0;
    for (int from = 0; from < size; from += 2 * rowLength) {
      int length = Math.min(rowLength, size - from);
      System.arraycopy(values, from, values, kept, length);
      kept += length;
    }
    size = kept;
  }

  void clear() {
    size = 0;
  }

  double get(int i) {
    return values[i];
  }

  /** The value at a place, or another one where it is shorter than that. */
  double getOr(int i, double otherwise) {
    return i < size ? values[i] : otherwise;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
