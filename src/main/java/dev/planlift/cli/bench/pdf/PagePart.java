package dev.planlift.cli.bench.pdf;

import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.pdf.PdfInspection;
import dev.planlift.core.pdf.PdfReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** How fast the vectors of an A0 page are read, one thread. */
final class PagePart implements PdfBench.Part {
  private static final int PATHS = 57_000;
  private static final int RUNS = 16;
  private static final double PROMISED_SECONDS = 0.6;

  /** One reading, seconds. */
  private record Run(double wall, double processor) {}

  @Override
  public String name() {
    return "page";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException {
    var file = setup.scratch().resolve("a0.pdf");
    Files.write(file, LargePage.of(PATHS));
    long read = PdfInspection.of(file).pages().getFirst().paths();
    if (read < PATHS) {
      throw new IOException("Of " + PATHS + " paths " + read + " were read");
    }
    var threads = ManagementFactory.getThreadMXBean();
    var runs = new ArrayList<Run>();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      new PdfReader().read(file, ConversionOptions.DEFAULTS, part -> {});
      runs.add(
          new Run(
              (System.nanoTime() - start) / 1e9,
              (threads.getCurrentThreadCpuTime() - processor) / 1e9));
    }
    var warm = runs.subList(RUNS / 2, RUNS);
    double wall = Spread.of(warm.stream().map(Run::wall).toList()).median();
    double processor = Spread.of(warm.stream().map(Run::processor).toList()).median();
    setup.line(
        "A0 with %d paths: second reading %.2f s, warm %.2f s, %.2f s of processor time (wanted:"
            + " %.1f s)",
        PATHS, runs.getFirst().wall(), wall, processor, PROMISED_SECONDS);
    return List.of(wall, processor).stream().anyMatch(s -> s <= PROMISED_SECONDS);
  }
}
