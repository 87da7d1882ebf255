package dev.planlift.cli.bench.pdf;

import java.util.List;

/**
 * How some numbers lie; all zero where there are none.
 *
 * @param high nine of ten are no larger
 */
record Spread(double median, double high, double worst) {
  static Spread of(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return new Spread(0, 0, 0);
    }
    var sorted = numbers.stream().sorted().toList();
    return new Spread(at(sorted, 0.5), at(sorted, 0.9), sorted.getLast());
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
