package dev.planlift.cli.bench.dxf;

import dev.planlift.cli.bench.Bench;
import dev.planlift.cli.bench.BenchSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The reader alone, warm, on one thread, on plans of growing size; and others on the same ones. */
public final class DxfBench implements Bench {
  private static final List<Integer> MEGABYTES = List.of(1, 10, 100, 400);
  private static final int PROMISED_SIZE = 100;
  private static final double PROMISED_MB_PER_SECOND = 150;

  /** What others take minutes for is measured on the largest plan up to this. */
  private static final int PEER_MEGABYTES = 10;

  @Override
  public String name() {
    return "dxf";
  }

  @Override
  public String what() {
    return "from bytes to a drawing: MB/s, time and memory per entity, and other readers beside it";
  }

  private record Plan(Path file, int megabytes, boolean binary, long bytes, long entities) {
    String form() {
      return binary ? "binary" : "ASCII";
    }
  }

  private record Measured(double nanos, double allocatedBytes) {
    double megabytesPerSecond(Plan plan) {
      return plan.bytes() * 1e3 / nanos;
    }
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException, RunnerException, InterruptedException {
    var plans = plans(setup);
    var ours = measured(plans);
    setup.line(
        "%-7s %6s %9s %9s %10s %13s",
        "form", "MB", "entities", "MB/s", "ns/entity", "bytes/entity");
    ours.forEach(
        (plan, measured) ->
            setup.line(
                "%-7s %6d %9d %9.1f %10.0f %13.0f",
                plan.form(),
                plan.megabytes(),
                plan.entities(),
                measured.megabytesPerSecond(plan),
                measured.nanos() / plan.entities(),
                measured.allocatedBytes() / plan.entities()));
    compare(setup, ours);
    return ours.entrySet().stream()
        .filter(e -> e.getKey().megabytes() == PROMISED_SIZE && !e.getKey().binary())
        .allMatch(e -> e.getValue().megabytesPerSecond(e.getKey()) >= PROMISED_MB_PER_SECOND);
  }

  private static List<Plan> plans(BenchSetup setup) throws IOException {
    var sample = new LargePlan(setup.installation().samples().resolve("house.dxf"));
    var sizes = setup.megabytes().isEmpty() ? MEGABYTES : setup.megabytes();
    var plans = new ArrayList<Plan>();
    for (boolean binary : new boolean[] {false, true}) {
      for (int megabytes : sizes) {
        var file =
            setup.scratch().resolve("plan-" + megabytes + (binary ? "-binary" : "") + ".dxf");
        long entities = sample.write(file, binary, megabytes * 1_000_000L);
        plans.add(new Plan(file, megabytes, binary, Files.size(file), entities));
      }
    }
    return plans;
  }

  private static Map<Plan, Measured> measured(List<Plan> plans) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("^" + DxfReading.class.getName().replace(".", "\\.") + "\\.")
            .param(
                "file", plans.stream().map(plan -> plan.file().toString()).toArray(String[]::new))
            .threads(1)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(4))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(2))
            .jvmArgs(
                "-Xms8g",
                "-Xmx8g",
                "-XX:+UseSerialGC",
                // JMH's own: it would warn.
                "--sun-misc-unsafe-memory-access=allow")
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    var measured = new LinkedHashMap<Plan, Measured>();
    var results = new Runner(options).run();
    for (var plan : plans) {
      for (RunResult result : results) {
        if (result.getParams().getParam("file").equals(plan.file().toString())) {
          measured.put(
              plan,
              new Measured(
                  result.getPrimaryResult().getScore(),
                  Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                      .getScore()));
        }
      }
    }
    return measured;
  }

  private static void compare(BenchSetup setup, Map<Plan, Measured> ours)
      throws IOException, InterruptedException {
    for (var peer : Peer.all(setup)) {
      if (!peer.missing().isEmpty()) {
        setup.line("%s: %s", peer.name(), peer.missing());
        continue;
      }
      for (boolean binary : new boolean[] {false, true}) {
        var largest =
            ours.keySet().stream()
                .filter(plan -> plan.binary() == binary && plan.megabytes() <= PEER_MEGABYTES)
                .max((a, b) -> Integer.compare(a.megabytes(), b.megabytes()));
        if (largest.isPresent()) {
          compare(setup, peer, largest.get(), ours);
        }
      }
    }
  }

  private static void compare(BenchSetup setup, Peer peer, Plan plan, Map<Plan, Measured> ours)
      throws IOException, InterruptedException {
    var seconds = peer.seconds(plan.file());
    var own = ours.get(plan);
    if (own == null || seconds.isEmpty()) {
      setup.line(
          "%s does not read the %s plan of %d MB", peer.name(), plan.form(), plan.megabytes());
      return;
    }
    setup.line(
        "%s, %s, %d MB: %.2f s, %.1f MB/s; Planlift %.3f s, %.1f MB/s: %.1f times as fast",
        peer.name(),
        plan.form(),
        plan.megabytes(),
        seconds.getAsDouble(),
        plan.bytes() / 1e6 / seconds.getAsDouble(),
        own.nanos() / 1e9,
        own.megabytesPerSecond(plan),
        seconds.getAsDouble() * 1e9 / own.nanos());
  }
}
