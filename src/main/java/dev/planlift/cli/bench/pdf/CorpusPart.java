package dev.planlift.cli.bench.pdf;

import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.cli.bench.ChildConversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Every PDF of a folder: what sort of page it is, what is recognised, what it takes. */
final class CorpusPart implements PdfBench.Part {
  /** What the service gives a PDF. */
  private static final long HEAP_BYTES = 4L << 30;

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final double WARM_SECONDS = 2;
  private static final double COLD_SECONDS = 4;
  private static final double SLA_SECONDS = 30;

  private static final String INTRODUCTION =
      """
      # The corpus' PDFs, one by one

          PLANLIFT_SHARED=FOLDER ./planlift bench pdf --part corpus --table docs/pdf-corpus.md

      Each file is converted without options in a runner that has worked before (warm) and in a
      process of its own (cold; its memory is the last column). "Sure" is how well the scale is
      known; a scale of 30 % is a guess.

      """;

  @Override
  public String name() {
    return "corpus";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException, InterruptedException {
    var folder = setup.drawingsOr("corpus/pdf");
    var listed = listed(folder.resolveSibling("manifest.tsv"));
    var rows = new ArrayList<CorpusRow>();
    setup.line("%s", CorpusRow.HEAD);
    setup.line("%s", CorpusRow.RULE);
    try (var runner = new WarmRunner(setup, HEAP_BYTES, LIMIT)) {
      for (var file : PdfFiles.in(folder)) {
        var name = PdfFiles.name(file);
        var row =
            new CorpusRow(
                name,
                listed.getOrDefault(name, ""),
                runner.convert(file, setup.options()),
                cold(setup, file));
        rows.add(row);
        setup.line("%s", row.line());
      }
    }
    var total = total(rows);
    total.forEach(line -> setup.line("%s", line));
    if (setup.table().isPresent()) {
      Files.writeString(setup.table().get(), markdown(rows, total));
    }
    return met(rows);
  }

  private static ChildConversion cold(BenchSetup setup, Path file)
      throws IOException, InterruptedException {
    var model = setup.scratch().resolve("model.glb");
    try {
      return ChildConversion.run(setup.installation(), file, model, LIMIT, setup.options());
    } finally {
      Files.deleteIfExists(model);
    }
  }

  /** What a list beside the folder says of its files: names to the column "architectural". */
  private static Map<String, String> listed(Path list) throws IOException {
    var said = new HashMap<String, String>();
    if (Files.exists(list)) {
      var lines = Files.readAllLines(list);
      var head = List.of(lines.getFirst().split("\t", -1));
      for (var line : lines.subList(1, lines.size())) {
        var cells = line.split("\t", -1);
        if (cells[head.indexOf("kind")].equals("pdf")) {
          said.put(cells[head.indexOf("id")], cells[head.indexOf("architectural")]);
        }
      }
    }
    return said;
  }

  private static String markdown(List<CorpusRow> rows, List<String> total) {
    var text = new StringBuilder(INTRODUCTION);
    total.forEach(line -> text.append("- ").append(line).append('\n'));
    text.append('\n').append(CorpusRow.HEAD).append('\n').append(CorpusRow.RULE).append('\n');
    rows.forEach(row -> text.append(row.line()).append('\n'));
    return text.toString();
  }

  private static List<String> total(List<CorpusRow> rows) {
    long other = rows.stream().filter(row -> !row.asListed()).count();
    long crashed = rows.stream().filter(CorpusRow::crashed).count();
    var plans = plans(rows);
    return List.of(
        "outcomes: %s".formatted(counted(rows, row -> row.warm().outcome())),
        "listed as, page class: %s"
            .formatted(counted(rows, r -> r.expected() + " " + r.pageClass())),
        "plan or not otherwise than listed: %d; crashed: %d".formatted(other, crashed),
        told(plans, "warm", row -> row.warm().seconds()),
        told(plans, "warm, processor", row -> row.warm().processorSeconds()),
        told(plans, "cold", CorpusRow::coldSeconds),
        "of all files the slowest %.2f s cold, the largest %d MiB"
            .formatted(slowest(rows), peak(rows) >> 20));
  }

  private static boolean met(List<CorpusRow> rows) {
    var plans = plans(rows);
    return rows.stream().noneMatch(CorpusRow::crashed)
        && spread(plans, row -> row.warm().seconds()).median() <= WARM_SECONDS
        && spread(plans, CorpusRow::coldSeconds).median() <= COLD_SECONDS
        && slowest(rows) <= SLA_SECONDS;
  }

  private static List<CorpusRow> plans(List<CorpusRow> rows) {
    return rows.stream().filter(CorpusRow::isConvertedPlan).toList();
  }

  private static double slowest(List<CorpusRow> rows) {
    return rows.stream().mapToDouble(CorpusRow::coldSeconds).max().orElse(0);
  }

  private static long peak(List<CorpusRow> rows) {
    return rows.stream().mapToLong(row -> row.cold().peakBytes()).max().orElse(0);
  }

  private static Map<String, Integer> counted(
      List<CorpusRow> rows, Function<CorpusRow, String> by) {
    var counts = new TreeMap<String, Integer>();
    rows.forEach(row -> counts.merge(by.apply(row), 1, Integer::sum));
    return counts;
  }

  private static String told(
      List<CorpusRow> plans, String what, ToDoubleFunction<CorpusRow> seconds) {
    var spread = spread(plans, seconds);
    return "%d plans converted, %s: median %.2f s, nine of ten %.2f s, worst %.2f s"
        .formatted(plans.size(), what, spread.median(), spread.high(), spread.worst());
  }

  private static Spread spread(List<CorpusRow> plans, ToDoubleFunction<CorpusRow> seconds) {
    return Spread.of(plans.stream().mapToDouble(seconds).boxed().toList());
  }
}
