package dev.planlift.cli.bench.chaos;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a proof has started, ended in reverse order: by {@link #close}, and by the end of this JVM
 * where that comes first, as on Ctrl-C. Thread-safe.
 */
final class Rig implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::end, "planlift-chaos-exit");

  Rig() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Takes a part over. */
  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  private synchronized void end() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        // The others are to be ended all the same.
        System.err.println("Something that a proof started does not end: " + e);
      }
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the JVM ends
    }
  }
}
