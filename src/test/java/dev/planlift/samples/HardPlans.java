package dev.planlift.samples;

import dev.planlift.corpus.Conversions;
import dev.planlift.score.PlanScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;

/** Converts many hard plans and prints their scores: folder, first seed, last seed, filter. */
public final class HardPlans {
  private HardPlans() {}

  private record Line(String name, double score, String text) {}

  public static void main(String[] a) throws IOException {
    var folder = Files.createDirectories(Path.of(a[0]));
    var lines = new ArrayList<Line>();
    var sums = new TreeMap<String, double[]>();
    for (var shape : HouseMaker.Shape.values()) {
      for (var walls : Manner.Walls.values()) {
        for (long seed = Long.parseLong(a[1]); seed <= Long.parseLong(a[2]); seed++) {
          var name = (shape + "-" + walls + "-" + seed).toLowerCase(Locale.ROOT);
          if (a.length > 3 && !name.matches(a[3])) {
            continue;
          }
          lines.add(line(shape, walls, seed, folder));
          var line = lines.getLast();
          for (var key : new String[] {"shape " + shape, "walls " + walls, "all"}) {
            var sum = sums.computeIfAbsent(key, k -> new double[] {0, 0, 1});
            sum[0] += line.score;
            sum[1]++;
            sum[2] = Math.min(sum[2], line.score);
          }
        }
      }
    }
    lines.sort((p, q) -> Double.compare(p.score, q.score));
    lines.forEach(line -> System.out.println(line.text));
    sums.forEach(
        (key, s) ->
            System.out.printf(
                Locale.ROOT,
                "%-22s n %3.0f  mean %.4f  worst %.4f%n",
                key,
                s[1],
                s[0] / s[1],
                s[2]));
  }

  private static Line line(HouseMaker.Shape shape, Manner.Walls walls, long seed, Path folder)
      throws IOException {
    var name = (shape + "-" + walls + "-" + seed).toLowerCase(Locale.ROOT);
    try {
      var plan = HardPlan.of(shape, walls, seed);
      var file = Files.write(folder.resolve(name + ".dxf"), plan.drawing());
      plan.truth().write(folder.resolve(name + ".expected.json"));
      var score = new PlanScorer(plan.truth()).score(Conversions.convert(file, folder).model());
      return new Line(
          name, score.score(), String.format("%-30s %s  [%s]", name, score, plan.manner()));
    } catch (RuntimeException e) {
      e.printStackTrace();
      return new Line(name, 0, name + " " + e);
    }
  }
}
