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
    if (setup.table().isPresent()) {
      Files.writeString(setup.table().get(), markdown(rows));
    }
    return total(setup, rows);
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

  private static String markdown(List<CorpusRow> rows) {
    var text = new StringBuilder(CorpusRow.HEAD + "\n" + CorpusRow.RULE + "\n");
    rows.forEach(row -> text.append(row.line()).append('\n'));
    return text.toString();
  }

  private static boolean total(BenchSetup setup, List<CorpusRow> rows) {
    setup.line("outcomes: %s", counted(rows, row -> row.warm().outcome()));
    setup.line("listed as, page class: %s", counted(rows, r -> r.expected() + " " + r.pageClass()));
    long other = rows.stream().filter(row -> !row.asListed()).count();
    long crashed = rows.stream().filter(CorpusRow::crashed).count();
    setup.line("plan or not otherwise than listed: %d; crashed: %d", other, crashed);
    var plans = rows.stream().filter(CorpusRow::isConvertedPlan).toList();
    var warm = spread(setup, plans, "warm", row -> row.warm().seconds());
    spread(setup, plans, "warm, processor", row -> row.warm().processorSeconds());
    var cold = spread(setup, plans, "cold", CorpusRow::coldSeconds);
    double slowest = rows.stream().mapToDouble(CorpusRow::coldSeconds).max().orElse(0);
    long peak = rows.stream().mapToLong(row -> row.cold().peakBytes()).max().orElse(0);
    setup.line("of all files the slowest %.2f s cold, the largest %d MiB", slowest, peak >> 20);
    return crashed == 0
        && warm.median() <= WARM_SECONDS
        && cold.median() <= COLD_SECONDS
        && slowest <= SLA_SECONDS;
  }

  private static Map<String, Integer> counted(
      List<CorpusRow> rows, Function<CorpusRow, String> by) {
    var counts = new TreeMap<String, Integer>();
    rows.forEach(row -> counts.merge(by.apply(row), 1, Integer::sum));
    return counts;
  }

  private static Spread spread(
      BenchSetup setup, List<CorpusRow> plans, String what, ToDoubleFunction<CorpusRow> seconds) {
    var spread = Spread.of(plans.stream().mapToDouble(seconds).boxed().toList());
    setup.line(
        "%d plans converted, %s: median %.2f s, nine of ten %.2f s, worst %.2f s",
        plans.size(), what, spread.median(), spread.high(), spread.worst());
    return spread;
  }
}
