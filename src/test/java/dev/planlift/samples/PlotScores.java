package dev.planlift.samples;

import dev.planlift.corpus.Conversions;
import dev.planlift.score.PlanScore;
import dev.planlift.score.PlanScorer;
import dev.planlift.score.PlanTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Converts plotted plans and prints their scores: a folder of {@code NAME.pdf} and {@code
 * NAME.expected.json}, a pattern of names.
 */
public final class PlotScores {
  private PlotScores() {}

  private record Line(double score, String text) {}

  public static void main(String[] a) throws IOException {
    var folder = Path.of(a[0]);
    var out = Files.createTempDirectory("plots");
    var table = new ScoreTable();
    try (var files = Files.list(folder)) {
      for (var pdf : files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
        var name = pdf.getFileName().toString().replace(".pdf", "");
        if (a.length <= 1 || name.matches(a[1])) {
          var line = line(pdf, name, out);
          var parts = name.split("-", -1);
          var walls = parts.length > 2 ? parts[parts.length - 2] : "";
          table.add(line.score, line.text, List.of(parts[0], "walls " + walls));
        }
      }
    }
    table.print();
  }

  private static Line line(Path pdf, String name, Path out) throws IOException {
    try {
      var truth = PlanTruth.read(pdf.resolveSibling(name + ".expected.json"));
      var done = Conversions.convert(pdf, out);
      PlanScore score = new PlanScorer(truth).score(done.model());
      var report = Files.readString(done.report());
      int at = report.indexOf("\"metresPerUnit\"");
      double used =
          Double.parseDouble(
              report.substring(at + 15).replaceAll("(?s)^\\W*?([\\d.eE+-]+).*", "$1"));
      return new Line(
          score.score(),
          String.format(
              Locale.ROOT,
              "%-36s %s%s",
              name,
              score,
              Math.abs(used / truth.unitsToMetres() - 1) < 0.005
                  ? ""
                  : " SCALE off by " + used / truth.unitsToMetres()));
    } catch (RuntimeException e) {
      return new Line(0, name + " " + e);
    }
  }
}
