package dev.planlift.cli.bench;

import dev.planlift.cli.bench.KhronosValidator.Issue;
import dev.planlift.cli.bench.KhronosValidator.Severity;
import dev.planlift.core.convert.ModelCheck;
import dev.planlift.core.convert.ModelCheck.Kind;
import dev.planlift.core.convert.ModelCheck.Solids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Converts every drawing in a process of its own and checks what was written. */
final class ModelsBench implements Bench {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int AT_A_TIME = 2;
  private static final int TOLD = 3;

  /** What the validator says of extensions that it does not know. */
  private static final Set<String> OF_EXTENSIONS = Set.of("UNSUPPORTED_EXTENSION", "UNUSED_OBJECT");

  @Override
  public String name() {
    return "models";
  }

  @Override
  public String what() {
    return "every model under the Khronos validator, every solid's closedness; needs node";
  }

  private record Row(
      Path drawing,
      ChildConversion conversion,
      long bytes,
      List<Issue> issues,
      Map<Kind, Solids> solids) {
    long count(Severity severity) {
      return issues.stream().filter(issue -> issue.severity() == severity).count();
    }

    Solids of(Kind kind) {
      return solids.getOrDefault(kind, Solids.NONE);
    }

    /** Walls are to be solids in the strictest sense, the rest of the building at least closed. */
    boolean asPromised() {
      var walls = of(Kind.WALL);
      return conversion.outcome() != ChildConversion.Outcome.CRASHED
          && issues.isEmpty()
          && walls.solid() == walls.all()
          && Set.of(Kind.COLUMN, Kind.STAIR, Kind.SLAB, Kind.DOOR, Kind.WINDOW).stream()
              .allMatch(kind -> of(kind).open() == 0);
    }
  }

  @Override
  public boolean run(BenchSetup setup)
      throws IOException, InterruptedException, ExecutionException {
    var drawings = setup.allDrawings();
    var rows = new ArrayList<Row>();
    try (var validator = KhronosValidator.start(setup.installation().home());
        var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      setup.line(
          "%-52s %-8s %9s %6s %6s %6s %11s %s",
          "drawing", "outcome", "KiB", "error", "warn", "info", "walls", "open solids");
      var running =
          drawings.stream()
              .map(drawing -> threads.submit(() -> row(setup, validator, drawing)))
              .toList();
      for (Future<Row> future : running) {
        var row = future.get();
        rows.add(row);
        print(setup, row);
      }
    }
    return total(setup, rows);
  }

  private static Row row(BenchSetup setup, KhronosValidator validator, Path drawing)
      throws IOException, InterruptedException {
    var model = Files.createTempFile(setup.scratch(), "model", ".glb");
    try {
      var conversion =
          ChildConversion.run(setup.installation(), drawing, model, LIMIT, setup.options());
      if (conversion.outcome() != ChildConversion.Outcome.DONE) {
        return new Row(drawing, conversion, 0, List.of(), Map.of());
      }
      var issues = validator.issues(model).stream().filter(issue -> counts(setup, issue)).toList();
      return new Row(drawing, conversion, Files.size(model), issues, ModelCheck.of(model));
    } finally {
      Files.deleteIfExists(model);
    }
  }

  /** It cannot look inside meshopt and instancing, and says so. */
  private static boolean counts(BenchSetup setup, Issue issue) {
    boolean extended =
        "meshopt".equalsIgnoreCase(setup.options().get("compression"))
            || "true".equalsIgnoreCase(setup.options().get("instancing"));
    return !(extended && issue.severity() == Severity.INFO && OF_EXTENSIONS.contains(issue.code()));
  }

  private static void print(BenchSetup setup, Row row) {
    var walls = row.of(Kind.WALL);
    setup.line(
        "%-52s %-8s %9d %6d %6d %6d %5d/%-5d %s %s",
        row.drawing().getFileName(),
        row.conversion().outcome(),
        row.bytes() >> 10,
        row.count(Severity.ERROR),
        row.count(Severity.WARNING),
        row.count(Severity.INFO) + row.count(Severity.HINT),
        walls.solid(),
        walls.all(),
        open(row),
        row.conversion().detail());
    row.issues().stream()
        .limit(TOLD)
        .forEach(issue -> setup.line("    %s %s %s", issue.severity(), issue.code(), issue.text()));
  }

  private static String open(Row row) {
    var words = new ArrayList<String>();
    row.solids()
        .forEach(
            (kind, solids) -> {
              if (solids.open() > 0) {
                words.add(solids.open() + " " + kind);
              }
            });
    return String.join(", ", words);
  }

  private static boolean total(BenchSetup setup, List<Row> rows) {
    var sums = new EnumMap<Kind, Solids>(Kind.class);
    rows.forEach(
        row -> row.solids().forEach((kind, solids) -> sums.merge(kind, solids, Solids::plus)));
    setup.line("%-12s %9s %9s %9s %9s", "", "meshes", "solid", "touching", "open");
    sums.forEach(
        (kind, s) ->
            setup.line("%-12s %9d %9d %9d %9d", kind, s.all(), s.solid(), s.touching(), s.open()));
    for (var outcome : ChildConversion.Outcome.values()) {
      setup.line(
          "%-8s %5d",
          outcome, rows.stream().filter(r -> r.conversion().outcome() == outcome).count());
    }
    long failed = rows.stream().filter(row -> !row.asPromised()).count();
    setup.line(
        "%d models: %d errors, %d warnings, %d other remarks; %d not as promised",
        rows.size(),
        sum(rows, Severity.ERROR),
        sum(rows, Severity.WARNING),
        sum(rows, Severity.INFO) + sum(rows, Severity.HINT),
        failed);
    return failed == 0;
  }

  private static long sum(List<Row> rows, Severity severity) {
    return rows.stream().mapToLong(row -> row.count(severity)).sum();
  }
}
