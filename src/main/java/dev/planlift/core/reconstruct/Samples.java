package dev.planlift.core.reconstruct;

import java.util.Arrays;

/** A growing array of numbers; of very many, evenly chosen ones. */
final class Samples {
  private static final int MOST = 1 << 17;

  private double[] values = new double[64];
  private int count;
  private long met;

  /** Of so many values met, one is kept. */
  private long step = 1;

  void add(double value) {
    if (met++ % step != 0) {
      return;
    }
    if (count == MOST) {
      halve();
    } else if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  private void halve() {
    for (int i = 0; i < count / 2; i++) {
      values[i] = values[2 * i];
    }
    count /= 2;
    step *= 2;
  }

  int size() {
    return count;
  }

  double[] sorted() {
    var sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** 0 where there is none. */
  double median() {
    return count == 0 ? 0 : sorted()[count / 2];
  }

  /** From where to where the middle 96 % lie. */
  double middle() {
    if (count == 0) {
      return 0;
    }
    var sorted = sorted();
    int cut = count / 50;
    return sorted[count - 1 - cut] - sorted[cut];
  }
}
