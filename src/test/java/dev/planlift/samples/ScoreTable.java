package dev.planlift.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Scores of many plans, and their means and worst by what the plans have in common. */
final class ScoreTable {
  private record Line(double score, String text) {}

  /** What plans with something in common came to. */
  private static final class Sum {
    private double sum;
    private int count;
    private double worst = 1;

    void add(double score) {
      sum += score;
      count++;
      worst = Math.min(worst, score);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "n %3d  mean %.4f  worst %.4f", count, sum / count, worst);
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final TreeMap<String, Sum> sums = new TreeMap<>();

  /**
   * Adds a plan.
   *
   * @param score 0 to 1
   * @param groups what it has in common with others
   */
  void add(double score, String text, List<String> groups) {
    lines.add(new Line(score, text));
    groups.forEach(group -> sums.computeIfAbsent(group, g -> new Sum()).add(score));
    sums.computeIfAbsent("all", g -> new Sum()).add(score);
  }

  /** Prints the plans, worst first, then the groups. */
  void print() {
    lines.stream()
        .sorted(Comparator.comparingDouble(Line::score))
        .forEach(line -> System.out.println(line.text));
    sums.forEach((group, sum) -> System.out.printf(Locale.ROOT, "%-22s %s%n", group, sum));
  }
}
