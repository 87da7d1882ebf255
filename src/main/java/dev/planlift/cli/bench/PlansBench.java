package dev.planlift.cli.bench;

import dev.planlift.cli.Json;
import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.WorkerError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts plans whose truth is known and lets a scorer compare. */
final class PlansBench implements Bench {
  /** The kinds of plans that this version promises to understand. */
  private static final Pattern PROMISED = Pattern.compile(".*(outline|lines|r12).*");

  private static final double PROMISED_MEAN = 0.80;

  @Override
  public String name() {
    return "plans";
  }

  @Override
  public String what() {
    return "how much of plans with known truth is understood; needs python3 with numpy";
  }

  private record Row(String plan, Map<String, @Nullable Object> score, double total) {}

  @Override
  public boolean run(BenchSetup setup) throws IOException, InterruptedException {
    var scorer = setup.scorerIfThere();
    var rows = new ArrayList<Row>();
    setup.line(
        "%-32s %6s %6s %6s %8s %6s %6s",
        "plan", "low", "mid", "high", "openings", "rooms", "score");
    for (var drawing : BenchSetup.dxfFiles(setup.drawingsOr("plans/dxf"))) {
      var row = row(setup, scorer, drawing);
      rows.add(row);
      print(setup, row);
    }
    if (scorer.isEmpty()) {
      setup.line("Converted only: there is no scorer (--scorer).");
      return true;
    }
    setup.line("mean of all %d: %.3f", rows.size(), mean(rows, row -> true));
    Predicate<Row> promised = row -> PROMISED.matcher(row.plan()).matches();
    double mean = mean(rows, promised);
    setup.line(
        "mean of the %d with outlines, lines or R12: %.3f",
        rows.stream().filter(promised).count(), mean);
    return mean >= PROMISED_MEAN;
  }

  private static double mean(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).mapToDouble(Row::total).average().orElse(0);
  }

  private static Row row(BenchSetup setup, Optional<Path> scorer, Path drawing)
      throws IOException, InterruptedException {
    var plan = drawing.getFileName().toString().replaceFirst("\\.dxf$", "");
    var model = setup.scratch().resolve(plan + ".glb");
    try {
      new Converter()
          .convert(
              new ConversionRequest(
                  drawing,
                  plan + ".dxf",
                  ConversionOptions.DEFAULTS,
                  model,
                  Optional.empty(),
                  Optional.empty(),
                  List.of()),
              ConversionListener.SILENT);
    } catch (WorkerError e) {
      return new Row(plan + " " + e.code(), Map.of(), 0);
    }
    var truth = drawing.resolveSibling(plan + ".expected.json");
    return scorer.isPresent() && Files.exists(truth)
        ? scored(plan, scorer.get(), model, truth)
        : new Row(plan, Map.of(), 0);
  }

  private static Row scored(String plan, Path scorer, Path model, Path truth)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("python3", scorer.toString(), model.toString(), truth.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("The scorer fails on " + plan);
    }
    var score = Json.object(text);
    return new Row(plan, score, Json.decimal(score, "score"));
  }

  private static void print(BenchSetup setup, Row row) {
    var score = row.score();
    setup.line(
        "%-32s %6.3f %6.3f %6.3f %8.3f %6.3f %6.3f",
        row.plan(),
        Json.decimal(score, "wallIoU", "low"),
        Json.decimal(score, "wallIoU", "mid"),
        Json.decimal(score, "wallIoU", "high"),
        Json.decimal(score, "openings", "f1"),
        Json.decimal(score, "rooms", "f1"),
        row.total());
  }
}
