package dev.planlift.core.dxf.entity;

import java.util.Arrays;

/** A growing list of doubles. */
final class Doubles {
  private double[] values = new double[16];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
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
