package dev.planlift.cli.bench.pdf;

import dev.planlift.cli.Json;
import dev.planlift.cli.bench.BenchSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Whether a set of many pages is converted in little memory, in time. */
final class SetPart implements PdfBench.Part {
  private static final int PAGES = 300;
  private static final int MEGABYTES = 500;
  private static final long HEAP_BYTES = 2L << 30;
  private static final double SLA_SECONDS = 30;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "set";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException {
    int megabytes = setup.megabytes().isEmpty() ? MEGABYTES : setup.megabytes().getFirst();
    var file = setup.scratch().resolve("set.pdf");
    LargeSet.write(file, PAGES, megabytes * 1_000_000L);
    setup.line("%d pages, %d bytes, a heap of %d MiB", PAGES, Files.size(file), HEAP_BYTES >> 20);
    boolean held = converts(setup, file, Map.of());
    held &= converts(setup, file, Map.of("pages", "161"));
    held &= converts(setup, file, Map.of("pages", "105-115"));
    Files.delete(file);
    return held;
  }

  /** In a runner of its own, whose peak is then the conversion's. */
  private static boolean converts(BenchSetup setup, Path file, Map<String, String> options)
      throws IOException {
    try (var runner = new WarmRunner(setup, HEAP_BYTES, LIMIT)) {
      var run = runner.convert(file, options);
      setup.line(
          "pages %-8s %s: %.1f s, %.1f s of processor time, %d MiB resident",
          options.getOrDefault("pages", "all"),
          run.outcome(),
          run.seconds(),
          run.processorSeconds(),
          Json.number(run.report(), "peakRssBytes") >> 20);
      return run.outcome().equals("SUCCESS")
          && Math.min(run.seconds(), run.processorSeconds()) <= SLA_SECONDS;
    }
  }
}
