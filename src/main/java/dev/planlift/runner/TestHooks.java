package dev.planlift.runner;

import dev.planlift.core.convert.ConversionStage;
import dev.planlift.error.ErrorCode;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/**
 * What tests want of a runner that no drawing should do to it. Nothing of this happens unless a
 * system property of the runner's own JVM asks for it, which only whoever configures the server can
 * set: a request alone reaches nothing here.
 *
 * <ul>
 *   <li>{@code planlift.test.faults=true}: drawings named {@code fault-memory}, {@code fault-exit},
 *       {@code fault-loop} or {@code fault-crash} (whatever follows) do that to their runner when
 *       they are read; {@code fault-slow} takes until it is asked to stop, {@code fault-held} also
 *       until the file exists that {@code planlift.test.release} names;
 *   <li>{@code planlift.test.noop=true}: nothing is converted, all is answered as if it had been.
 * </ul>
 */
final class TestHooks {
  static final boolean NOOP = Boolean.getBoolean("planlift.test.noop");
  private static final boolean FAULTS = Boolean.getBoolean("planlift.test.faults");
  private static final int EXIT_OF_ITS_OWN = 42;

  private TestHooks() {}

  /** Does to this process what the drawing's name asks for. */
  static void meet(String name, ConversionStage stage, StageReporter reporter) {
    if (!FAULTS || stage != ConversionStage.READ) {
      return;
    }
    if (name.startsWith("fault-memory")) {
      useUpMemory();
    } else if (name.startsWith("fault-exit")) {
      System.err.println("A library thought that this process was its own");
      System.exit(EXIT_OF_ITS_OWN);
    } else if (name.startsWith("fault-loop")) {
      loop();
    } else if (name.startsWith("fault-crash")) {
      crash();
    } else if (name.startsWith("fault-slow")) {
      reporter.holdUp(() -> false);
    } else if (name.startsWith("fault-held")) {
      var release = Path.of(System.getProperty("planlift.test.release"));
      reporter.holdUp(() -> Files.exists(release));
    }
  }

  /** As a native library would. */
  @SuppressWarnings("restricted")
  private static void crash() {
    MemorySegment.ofAddress(0).reinterpret(Long.BYTES).set(ValueLayout.JAVA_LONG, 0, 0);
  }

  private static void useUpMemory() {
    var held = new ArrayList<byte[]>();
    while (held.size() < Integer.MAX_VALUE) {
      held.add(new byte[1 << 20]);
    }
  }

  /** Heeds neither interrupts nor the wish that it stop. */
  private static void loop() {
    while (!Thread.currentThread().getName().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /** As if the drawing had been converted: every stage is told, and there is a model to store. */
  static Frame convertNothing(RunnerRequest request, StageReporter reporter) {
    try {
      for (var stage : ConversionStage.values()) {
        reporter.stageStarted(stage);
        reporter.stageFinished(stage, Duration.ZERO);
      }
      Files.write(request.outputFolder().resolve(RunnerRequest.MODEL), new byte[1]);
      Files.writeString(request.outputFolder().resolve(RunnerRequest.REPORT), "{}");
      return new Frame.Converted(new RunnerOutcome.Converted(1, 0, 0, 0, 0, false));
    } catch (IOException e) {
      return Conversions.failed(ErrorCode.INTERNAL, e.toString());
    }
  }
}
