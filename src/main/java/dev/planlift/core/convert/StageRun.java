package dev.planlift.core.convert;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
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
      records.add(
          new StageRecord(stage, (System.nanoTime() - start) / 1_000_000, allocated() - bytes));
    }
  }

  List<StageRecord> records() {
    return List.copyOf(records);
  }

  private static long allocated() {
    return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
  }
}
