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
    values[size - 1] = value;
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
