package dev.planlift.cli.bench;

import dev.planlift.cli.Json;
import dev.planlift.cli.embedded.Installation;
import dev.planlift.runner.ProcessMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One {@code planlift convert} in a process of its own, with its time and memory. */
public record ChildConversion(Outcome outcome, String detail, long millis, long peakBytes) {
  /** How it ended. */
  public enum Outcome {
    DONE,
    REFUSED,
    CRASHED
  }

  private static final int EXIT_BAD_INPUT = 65;
  private static final int GLANCE_MILLIS = 10;

  static ChildConversion run(Installation installation, Path drawing, Path model, Duration limit)
      throws IOException, InterruptedException {
    return run(installation, drawing, model, limit, Map.of());
  }

  /**
   * Converts with options.
   *
   * @param limit it is killed after
   * @param options of the conversion, by name
   */
  public static ChildConversion run(
      Installation installation,
      Path drawing,
      Path model,
      Duration limit,
      Map<String, String> options)
      throws IOException, InterruptedException {
    var errors = Files.createTempFile(model.toAbsolutePath().getParent(), "stderr", ".txt");
    try {
      var start = System.nanoTime();
      var process =
          new ProcessBuilder(command(installation, drawing, model, options))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(errors.toFile())
              .start();
      long peak = peakUntilExit(process, start + limit.toNanos());
      long millis = (System.nanoTime() - start) / 1_000_000;
      if (millis >= limit.toMillis()) {
        return new ChildConversion(
            Outcome.CRASHED, "killed after " + limit.toSeconds() + " s", millis, peak);
      }
      return judged(process.waitFor(), Files.readAllLines(errors), millis, peak);
    } finally {
      Files.delete(errors);
    }
  }

  private static List<String> command(
      Installation installation, Path drawing, Path model, Map<String, String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-jar", installation.commandLineJar().toString()));
    command.addAll(List.of("convert", drawing.toString(), "-o", model.toString()));
    options.forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
    return command;
  }

  /** Kills what runs past the deadline. */
  private static long peakUntilExit(Process process, long deadline) throws InterruptedException {
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, ProcessMemory.peakResidentBytes(process.pid()).orElse(0));
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
      }
      Thread.sleep(GLANCE_MILLIS);
    }
    return peak;
  }

  private static ChildConversion judged(int exitCode, List<String> errors, long millis, long peak) {
    var last = errors.isEmpty() ? "" : errors.getLast();
    if (exitCode == 0) {
      return new ChildConversion(Outcome.DONE, "", millis, peak);
    }
    var code = code(last);
    return exitCode == EXIT_BAD_INPUT && !code.isEmpty()
        ? new ChildConversion(Outcome.REFUSED, code, millis, peak)
        : new ChildConversion(Outcome.CRASHED, "exit " + exitCode + " " + last, millis, peak);
  }

  private static String code(String line) {
    try {
      Map<String, @Nullable Object> object = Json.object(line);
      return object.keySet().containsAll(Set.of("code", "message", "where"))
          ? Json.string(object, "code")
          : "";
    } catch (IOException e) {
      return ""; // no JSON, and so no refusal
    }
  }
}
