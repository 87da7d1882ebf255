package dev.planlift.cli.bench.chaos;

import dev.planlift.runner.ProcessMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of a process under {@code /proc}. */
final class ProcessFigures {
  /** USER_HZ, which is 100 on every Linux there is. */
  private static final int MILLIS_PER_TICK = 10;

  /** Fields of {@code /proc/PID/stat} after the command's name, which may hold blanks. */
  private static final int OWN = 11;

  private static final int CHILDREN = 13;

  private ProcessFigures() {}

  /** Processor time of the process alone, milliseconds; 0 where it is gone. */
  static long cpuMillis(ProcessHandle process) {
    return stat(process, OWN);
  }

  /** That of its children that have ended and were waited for, and of theirs. */
  static long endedChildrenMillis(ProcessHandle process) {
    return stat(process, CHILDREN);
  }

  /** That of the process, its descendants, and those that have ended. */
  static long treeMillis(ProcessHandle process) {
    return cpuMillis(process) + endedChildrenMillis(process) + descendantsMillis(process);
  }

  /** That of its living descendants and of their ended children. */
  static long descendantsMillis(ProcessHandle process) {
    return process.descendants().mapToLong(p -> cpuMillis(p) + endedChildrenMillis(p)).sum();
  }

  private static long stat(ProcessHandle process, int field) {
    try {
      var text = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) * MILLIS_PER_TICK;
    } catch (IOException e) {
      return 0; // gone
    }
  }

  static long residentBytes(ProcessHandle process) {
    return ProcessMemory.residentBytes(process.pid()).orElse(0);
  }

  static int threads(ProcessHandle process) {
    return entries(process, "task");
  }

  static int openFiles(ProcessHandle process) {
    return entries(process, "fd");
  }

  private static int entries(ProcessHandle process, String folder) {
    try (var entries = Files.list(Path.of("/proc", Long.toString(process.pid()), folder))) {
      return (int) entries.count();
    } catch (IOException e) {
      return 0; // gone
    }
  }
}
