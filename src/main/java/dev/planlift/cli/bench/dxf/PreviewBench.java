package dev.planlift.cli.bench.dxf;

import dev.planlift.cli.bench.Bench;
import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.ConversionStage;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What a preview costs: a conversion with one less the same without. */
public final class PreviewBench implements Bench {
  private static final int RUNS = 3;
  private static final int WARM_RUNS = 6;
  private static final int LARGE_BYTES = 24_200_000;
  private static final double PROMISED_SECONDS = 0.5;
  private static final int GLANCE_MILLIS = 5;

  @Override
  public String name() {
    return "preview";
  }

  @Override
  public String what() {
    return "what a preview adds to a conversion: processor time cold, wall time warm";
  }

  private record Cold(double processorSeconds, double seconds) {}

  @Override
  public boolean run(BenchSetup setup) throws IOException, InterruptedException {
    setup.line("%-32s %16s %12s %12s", "drawing", "cold processor s", "cold s", "warm s");
    boolean promised = true;
    for (var drawing : setup.drawingsOrSamples()) {
      promised &= row(setup, drawing, Map.of());
    }
    var large = setup.scratch().resolve("lines-100000.dxf");
    new LargePlan(setup.installation().samples().resolve("house.dxf"))
        .write(large, false, LARGE_BYTES);
    row(setup, large, Map.of("plan", "false"));
    Files.delete(large);
    return promised;
  }

  private static boolean row(BenchSetup setup, Path drawing, Map<String, String> options)
      throws IOException, InterruptedException {
    var with = cold(setup, drawing, options, true);
    var without = cold(setup, drawing, options, false);
    double warm = warm(setup, drawing, options, true) - warm(setup, drawing, options, false);
    setup.line(
        "%-32s %16.2f %12.2f %12.2f",
        drawing.getFileName(),
        with.processorSeconds() - without.processorSeconds(),
        with.seconds() - without.seconds(),
        warm);
    return warm < PROMISED_SECONDS;
  }

  /** The least of some runs: what other processes do only adds to it. */
  private static Cold cold(
      BenchSetup setup, Path drawing, Map<String, String> options, boolean preview)
      throws IOException, InterruptedException {
    var best = new Cold(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    for (int i = 0; i < RUNS; i++) {
      var run = once(setup, drawing, options, preview);
      best =
          new Cold(
              Math.min(best.processorSeconds(), run.processorSeconds()),
              Math.min(best.seconds(), run.seconds()));
    }
    return best;
  }

  private static Cold once(
      BenchSetup setup, Path drawing, Map<String, String> options, boolean preview)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(setup.installation().home().resolve("planlift").toString());
    command.addAll(List.of("convert", drawing.toString()));
    command.addAll(List.of("-o", setup.scratch().resolve("model.glb").toString()));
    options.forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
    if (preview) {
      command.addAll(List.of("--preview", setup.scratch().resolve("preview.png").toString()));
    }
    long start = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var processor = Duration.ZERO;
    while (process.isAlive()) {
      processor = process.info().totalCpuDuration().orElse(processor);
      Thread.sleep(GLANCE_MILLIS);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.waitFor() != 0) {
      throw new IOException("Cannot be converted: " + drawing);
    }
    return new Cold(processor.toNanos() / 1e9, seconds);
  }

  /** The quickest EXPORT of some in this process. */
  private static double warm(
      BenchSetup setup, Path drawing, Map<String, String> options, boolean preview) {
    var best = new AtomicLong(Long.MAX_VALUE);
    for (int i = 0; i < WARM_RUNS; i++) {
      new Converter()
          .convert(
              new ConversionRequest(
                  drawing,
                  drawing.getFileName().toString(),
                  ConversionOptions.parse(options),
                  setup.scratch().resolve("warm.glb"),
                  Optional.empty(),
                  preview ? Optional.of(setup.scratch().resolve("warm.png")) : Optional.empty(),
                  List.of()),
              new ConversionListener() {
                @Override
                public void stageFinished(ConversionStage stage, Duration took) {
                  if (stage == ConversionStage.EXPORT) {
                    best.accumulateAndGet(took.toNanos(), Math::min);
                  }
                }
              });
    }
    return best.get() / 1e9;
  }
}
