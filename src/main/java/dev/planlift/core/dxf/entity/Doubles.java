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

  void setLast(double value) {
    setFromLast(1, value);
  }

  /** Sets the value so many places from the end, 1 being the last; nothing where there is none. */
  void setFromLast(int back, double value) {
    if (back <= size) {
      values[size - back] = value;
    }
  }

  double get(int i) {
    return values[i];
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
