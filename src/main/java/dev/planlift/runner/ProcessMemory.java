package dev.planlift.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the system knows of a process' memory: Linux, {@code /proc/PID/status}. */
public final class ProcessMemory {
  private ProcessMemory() {}

  /** Bytes of memory it holds now; empty where the process is gone or the system does not tell. */
  public static OptionalLong residentBytes(long pid) {
    return field(pid, "VmRSS:");
  }

  /** The most it ever held, bytes. */
  public static OptionalLong peakResidentBytes(long pid) {
    return field(pid, "VmHWM:");
  }

  private static OptionalLong field(long pid, String name) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      // The latter where the process ends while the lines are read.
      return OptionalLong.empty();
    }
  }
}
