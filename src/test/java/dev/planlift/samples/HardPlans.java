package dev.planlift.samples;

import dev.planlift.corpus.Conversions;
import dev.planlift.score.GlbModel;
import dev.planlift.score.PlanScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Converts many hard plans and prints their scores: folder, first seed, last seed, pattern of
 * names, dress (plain where none is given).
 */
public final class HardPlans {
  private HardPlans() {}

  private record Line(String name, double score, String text) {}

  public static void main(String[] a) throws IOException {
    var dress = a.length > 4 ? Dress.valueOf(a[4].toUpperCase(Locale.ROOT)) : Dress.PLAIN;
    var folder = Files.createDirectories(Path.of(a[0]));
    var lines = new ArrayList<Line>();
    var sums = new TreeMap<String, double[]>();
    for (var shape : HouseMaker.Shape.values()) {
      for (var walls : Manner.Walls.values()) {
        for (long seed = Long.parseLong(a[1]); seed <= Long.parseLong(a[2]); seed++) {
          var name = name(dress, shape, walls, seed);
          if (a.length > 3 && !name.matches(a[3])) {
            continue;
          }
          lines.add(line(dress, shape, walls, seed, folder));
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

  private static String name(Dress dress, HouseMaker.Shape shape, Manner.Walls walls, long seed) {
    var before = dress == Dress.PLAIN ? "" : dress + "-";
    return (before + shape + "-" + walls + "-" + seed).toLowerCase(Locale.ROOT);
  }

  private static Line line(
      Dress dress, HouseMaker.Shape shape, Manner.Walls walls, long seed, Path folder)
      throws IOException {
    var name = name(dress, shape, walls, seed);
    try {
      var plan = HardPlan.of(dress, shape, walls, seed);
      var file = Files.write(folder.resolve(name + ".dxf"), plan.drawing());
      var truths = plan.truths();
      for (int i = 0; i < truths.size(); i++) {
        var storey = truths.size() == 1 ? "" : ".storey" + i;
        truths.get(i).write(folder.resolve(name + storey + ".expected.json"));
      }
      var model = GlbModel.read(Conversions.convert(file, folder).model());
      double score;
      String text;
      if (truths.size() == 1) {
        var found = new PlanScorer(plan.truth()).score(model);
        score = found.score();
        text = found.toString();
      } else {
        var found = StoreyScore.of(model, truths);
        score = found.score();
        text = found.toString();
      }
      return new Line(
          name,
          score,
          String.format("%-30s %s  [%s] %s", name, text, plan.manner(), plan.titles()));
    } catch (RuntimeException e) {
      e.printStackTrace();
      return new Line(name, 0, name + " " + e);
    }
  }
}
