package dev.planlift.samples;

import dev.planlift.corpus.Conversions;
import dev.planlift.score.GlbModel;
import dev.planlift.score.PlanScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Converts many hard plans and prints their scores: folder, first seed, last seed, pattern of
 * names, dress (plain where none is given).
 */
public final class HardPlans {
  private HardPlans() {}

  private record Line(double score, String text) {}

  public static void main(String[] a) throws IOException {
    var dress = a.length > 4 ? Dress.valueOf(a[4].toUpperCase(Locale.ROOT)) : Dress.PLAIN;
    var folder = Files.createDirectories(Path.of(a[0]));
    var table = new ScoreTable();
    for (var shape : HouseMaker.Shape.values()) {
      for (var walls : Manner.Walls.values()) {
        for (long seed = Long.parseLong(a[1]); seed <= Long.parseLong(a[2]); seed++) {
          var name = name(dress, shape, walls, seed);
          if (a.length <= 3 || name.matches(a[3])) {
            var line = line(dress, shape, walls, seed, folder);
            table.add(line.score, line.text, List.of("shape " + shape, "walls " + walls));
          }
        }
      }
    }
    table.print();
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
          score, String.format("%-30s %s  [%s] %s", name, text, plan.manner(), plan.titles()));
    } catch (RuntimeException e) {
      e.printStackTrace();
      return new Line(0, name + " " + e);
    }
  }
}
