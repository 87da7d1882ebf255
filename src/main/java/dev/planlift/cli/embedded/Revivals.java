package dev.planlift.cli.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something that fell may be started again. Not thread-safe. */
final class Revivals {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Deque<Long> times = new ArrayDeque<>();
  private final int max;

  /** At most so often within the window. */
  Revivals(int max) {
    this.max = max;
  }

  boolean oneMore() {
    long now = System.nanoTime();
    while (!times.isEmpty() && now - times.getFirst() > WINDOW.toNanos()) {
      times.removeFirst();
    }
    times.addLast(now);
    return times.size() <= max;
  }
}
