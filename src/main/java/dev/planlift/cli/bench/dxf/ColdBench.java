package dev.planlift.cli.bench.dxf;

import dev.planlift.cli.bench.Bench;
import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.runner.ProcessMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The command line's conversion of large plans, each in a cold process. */
public final class ColdBench implements Bench {
  private static final List<Integer> MEGABYTES = List.of(1, 100);
  private static final int GLANCE_MILLIS = 10;
  private static final int RUNS = 3;

  /** Larger ones are converted as they stand. */
  private static final int LARGEST_RECOGNISED = 100;

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public String what() {
    return "./planlift convert in a cold process, with plan=false and =true: time, processor time, memory";
  }

  private record Run(long millis, Duration processor, long peakBytes, int exitCode) {
    boolean holds(int megabytes, boolean recognised) {
      if (recognised) {
        return exitCode == 0 && processor.toMillis() <= 25_000 && peakBytes <= 2_000_000_000L;
      }
      boolean small = megabytes > 1 || millis <= 1500;
      boolean large =
          megabytes > 100
              ? peakBytes <= 2_000_000_000L
              : processor.toMillis() <= 8000 && peakBytes <= 1_000_000_000L;
      return exitCode == 0 && small && large;
    }
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException, InterruptedException {
    var sample = new LargePlan(setup.installation().samples().resolve("house.dxf"));
    setup.line(
        "%6s %9s %5s %9s %11s %9s", "MB", "entities", "plan", "seconds", "processor s", "MB peak");
    boolean promised = true;
    for (int megabytes : setup.megabytes().isEmpty() ? MEGABYTES : setup.megabytes()) {
      var plan = setup.scratch().resolve("plan-" + megabytes + ".dxf");
      long entities = sample.write(plan, false, megabytes * 1_000_000L);
      promised &= holds(setup, plan, megabytes, entities, false);
      if (megabytes <= LARGEST_RECOGNISED) {
        promised &= holds(setup, plan, megabytes, entities, true);
      }
      Files.delete(plan);
    }
    return promised;
  }

  private static boolean holds(
      BenchSetup setup, Path plan, int megabytes, long entities, boolean recognised)
      throws IOException, InterruptedException {
    boolean once = false;
    for (int i = 0; i < RUNS; i++) {
      var run = converted(setup, plan, recognised);
      setup.line(
          "%6d %9d %5b %9.2f %11.2f %9.0f",
          megabytes,
          entities,
          recognised,
          run.millis() / 1e3,
          run.processor().toMillis() / 1e3,
          run.peakBytes() / 1e6);
      once |= run.holds(megabytes, recognised);
    }
    return once;
  }

  /** The script itself is run: it chooses the JVM's flags, and becomes the JVM. */
  private static Run converted(BenchSetup setup, Path plan, boolean recognised)
      throws IOException, InterruptedException {
    var model = setup.scratch().resolve("model.glb");
    long start = System.nanoTime();
    var process =
        new ProcessBuilder(
                setup.installation().home().resolve("planlift").toString(),
                "convert",
                plan.toString(),
                "-o",
                model.toString(),
                "--set",
                "plan=" + recognised)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long peak = 0;
    var processor = Duration.ZERO;
    while (process.isAlive()) {
      peak = Math.max(peak, ProcessMemory.peakResidentBytes(process.pid()).orElse(0));
      processor = process.info().totalCpuDuration().orElse(processor);
      Thread.sleep(GLANCE_MILLIS);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    Files.deleteIfExists(model);
    return new Run(millis, processor, peak, process.waitFor());
  }
}
