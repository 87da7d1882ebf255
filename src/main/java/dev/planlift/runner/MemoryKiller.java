package dev.planlift.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's choice of whom to kill when the machine's memory runs out (Linux). */
final class MemoryKiller {
  /** Of −1000 to 1000; a server has 0. Raising it needs no right. */
  static final int SCORE = 500;

  private MemoryKiller() {}

  static boolean isThere() {
    return Files.exists(file(ProcessHandle.current().pid()));
  }

  /** Has the kernel take this process before others. */
  static void prefer(long pid) {
    try {
      if (isThere()) {
        Files.writeString(file(pid), Integer.toString(SCORE));
      }
    } catch (IOException e) {
      // It has ended already, or must not be touched: then nothing is lost but the preference.
      System.getLogger(MemoryKiller.class.getName())
          .log(System.Logger.Level.DEBUG, "No score for " + pid, e);
    }
  }

  private static Path file(long pid) {
    return Path.of("/proc", Long.toString(pid), "oom_score_adj");
  }
}
