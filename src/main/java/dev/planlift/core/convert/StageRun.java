package dev.planlift.core.convert;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs stages one after the other on the calling thread, tells the listener, keeps time and bytes.
 */
final class StageRun {
  private static final com.sun.management.@Nullable ThreadMXBean THREADS =
      ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
          ? bean
          : null;

  private final ConversionListener listener;
  private final List<StageRecord> records = new ArrayList<>();

  StageRun(ConversionListener listener) {
    this.listener = listener;
  }

  /** Runs one stage; its record is kept also when it fails. */
  <T> T run(ConversionStage stage, Function<DoubleConsumer, T> work) {
    listener.stageStarted(stage);
    long start = System.nanoTime();
    long bytes = allocated();
    try {
      T result = work.apply(fraction -> listener.stageProgressed(stage, fraction));
      listener.stageFinished(stage, Duration.ofNanos(System.nanoTime() - start));
      return result;
    } finally {
      record(stage, start, bytes, false);
    }
  }

  /**
   * Takes what a stage makes from a checkpoint.
   *
   * @param stored empty where it is not there after all: the stage has not been reached then
   */
  <T> Optional<T> reuse(ConversionStage stage, Supplier<Optional<T>> stored) {
    long start = System.nanoTime();
    long bytes = allocated();
    var result = stored.get();
    if (result.isPresent()) {
      record(stage, start, bytes, true);
      listener.stageReused(stage, Duration.ofNanos(System.nanoTime() - start));
    }
    return result;
  }

  /** How long the last stage took. */
  Duration lastTook() {
    return records.isEmpty() ? Duration.ZERO : Duration.ofMillis(records.getLast().millis());
  }

  private void record(ConversionStage stage, long start, long bytes, boolean reused) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    records.add(new StageRecord(stage, millis, allocated() - bytes, reused));
  }

  List<StageRecord> records() {
    return List.copyOf(records);
  }

  private static long allocated() {
    return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
  }
}
