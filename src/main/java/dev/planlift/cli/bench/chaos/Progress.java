package dev.planlift.cli.bench.chaos;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Says how far something is whenever nothing else was said for a while, so that nobody takes it for
 * hung. Thread-safe.
 */
final class Progress implements AutoCloseable {
  private final Consumer<String> out;
  private final Supplier<String> state;
  private final Duration patience;
  private final long start = System.nanoTime();
  private final Thread thread;
  private long last = start;

  /**
   * Begins to watch.
   *
   * @param patience so long nothing may be said
   * @param state what is told then, after the seconds since the start
   */
  Progress(Duration patience, Supplier<String> state, Consumer<String> out) {
    this.patience = patience;
    this.state = state;
    this.out = out;
    thread = Thread.ofVirtual().name("planlift-chaos-progress").start(this::watch);
  }

  /** Says it at once. */
  synchronized void say(String line) {
    last = System.nanoTime();
    out.accept(line);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(untilDue());
        sayIfDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Duration untilDue() {
    var silent = Duration.ofNanos(System.nanoTime() - last);
    return silent.compareTo(patience) < 0 ? patience.minus(silent) : Duration.ZERO;
  }

  private void sayIfDue() {
    if (untilDue().isZero()) {
      say("… %d s: %s".formatted((System.nanoTime() - start) / 1_000_000_000, state.get()));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
