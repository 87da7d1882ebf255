package dev.planlift.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Converts every drawing of a folder, each in a process of its own. */
final class CorpusBench implements Bench {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long MAX_RESIDENT_BYTES = 1L << 30;

  @Override
  public String name() {
    return "convert-corpus";
  }

  @Override
  public String what() {
    return "every drawing of a folder: done, refused or crashed; time and memory";
  }

  private record Row(Path drawing, ChildConversion conversion) {
    boolean asPromised() {
      return conversion.outcome() != ChildConversion.Outcome.CRASHED
          && conversion.millis() < LIMIT.toMillis()
          && conversion.peakBytes() < MAX_RESIDENT_BYTES;
    }
  }

  @Override
  public boolean run(BenchSetup setup)
      throws IOException, InterruptedException, ExecutionException {
    var drawings = BenchSetup.dxfFiles(setup.drawingsOr("corpus/dxf"));
    setup.line("%-52s %-8s %8s %8s", "drawing", "outcome", "seconds", "MiB");
    var rows = new ArrayList<Row>();
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var running = drawings.stream().map(drawing -> threads.submit(row(setup, drawing))).toList();
      for (Future<Row> future : running) {
        var row = future.get();
        rows.add(row);
        print(setup, row);
      }
    }
    return total(setup, rows);
  }

  private static Callable<Row> row(BenchSetup setup, Path drawing) {
    return () -> {
      var model = Files.createTempFile(setup.scratch(), "model", ".glb");
      try {
        return new Row(drawing, ChildConversion.run(setup.installation(), drawing, model, LIMIT));
      } finally {
        Files.deleteIfExists(model);
      }
    };
  }

  private static void print(BenchSetup setup, Row row) {
    var conversion = row.conversion();
    setup.line(
        "%-52s %-8s %8.2f %8d %s",
        row.drawing().getFileName(),
        conversion.outcome(),
        conversion.millis() / 1000.0,
        conversion.peakBytes() >> 20,
        conversion.detail());
  }

  private static boolean total(BenchSetup setup, List<Row> rows) {
    for (var outcome : ChildConversion.Outcome.values()) {
      long count = rows.stream().filter(r -> r.conversion().outcome() == outcome).count();
      setup.line("%-8s %5d", outcome, count);
    }
    var slowest = rows.stream().mapToLong(r -> r.conversion().millis()).max().orElse(0);
    var largest = rows.stream().mapToLong(r -> r.conversion().peakBytes()).max().orElse(0);
    setup.line("slowest %.2f s, largest %d MiB resident", slowest / 1000.0, largest >> 20);
    return rows.stream().allMatch(Row::asPromised);
  }
}
