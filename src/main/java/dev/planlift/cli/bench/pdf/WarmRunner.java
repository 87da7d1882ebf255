package dev.planlift.cli.bench.pdf;

import dev.planlift.cli.Json;
import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.core.options.InputFormat;
import dev.planlift.error.ErrorCode;
import dev.planlift.runner.RunnerLaunch;
import dev.planlift.runner.RunnerOutcome;
import dev.planlift.runner.RunnerProcess;
import dev.planlift.runner.RunnerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A runner as the service has it: warm, one conversion after the other, killed at a time limit and
 * then replaced. Not thread-safe; to be closed.
 */
final class WarmRunner implements AutoCloseable {
  private final RunnerLaunch launch;
  private final Path outputs;
  private final Duration limit;
  private RunnerProcess runner;

  WarmRunner(BenchSetup setup, long heapBytes, Duration limit) throws IOException {
    this.limit = limit;
    this.outputs = Files.createDirectories(setup.scratch().resolve("outputs"));
    this.launch =
        new RunnerLaunch(
                RunnerLaunch.thisJava(),
                setup.installation().commandLineJar().toString(),
                heapBytes,
                setup.scratch().resolve("runners"))
            .warmFor(InputFormat.PDF);
    this.runner = RunnerProcess.start(launch);
  }

  /**
   * How a conversion went.
   *
   * @param outcome SUCCESS or an error's code
   * @param crashed where that is no refusal of the input
   * @param seconds on the clock
   * @param processorSeconds of all threads of the runner
   * @param report as it was written; empty where none was
   */
  record Run(
      String outcome,
      boolean crashed,
      double seconds,
      double processorSeconds,
      Map<String, @Nullable Object> report) {}

  Run convert(Path drawing, Map<String, String> options) throws IOException {
    var report = outputs.resolve(RunnerRequest.REPORT);
    Files.deleteIfExists(report);
    if (!runner.isAlive()) {
      runner.close();
      runner = RunnerProcess.start(launch);
    }
    var request =
        new RunnerRequest("bench", drawing, drawing.getFileName().toString(), options, outputs);
    var atLimit = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    var late = CompletableFuture.runAsync(runner::kill, atLimit);
    double processor = processorSeconds();
    long start = System.nanoTime();
    var outcome = runner.convert(request, event -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    late.cancel(false);
    var code = code(outcome);
    return new Run(
        code,
        outcome instanceof RunnerOutcome.Died
            || code.equals(ErrorCode.INTERNAL.name())
            || code.equals(ErrorCode.OUT_OF_MEMORY.name()),
        seconds,
        Math.max(0, processorSeconds() - processor),
        Files.exists(report) ? Json.object(Files.readString(report)) : new HashMap<>());
  }

  private static String code(RunnerOutcome outcome) {
    return switch (outcome) {
      case RunnerOutcome.Converted _ -> "SUCCESS";
      case RunnerOutcome.Failed failed -> failed.code().name();
      case RunnerOutcome.Died died -> died.code().name();
    };
  }

  private double processorSeconds() {
    return ProcessHandle.of(runner.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .map(spent -> spent.toMillis() / 1e3)
        .orElse(0.0);
  }

  @Override
  public void close() {
    runner.close();
  }
}
