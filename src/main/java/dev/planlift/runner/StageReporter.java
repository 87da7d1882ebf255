package dev.planlift.runner;

import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionStage;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the parent how a conversion moves on, and ends it where it was asked to stop.
 *
 * <p>For tests of what happens in mid-stage, the system property {@code planlift.test.delay.READ}
 * (or another stage's name) makes that stage take so many milliseconds longer.
 */
final class StageReporter implements ConversionListener {
  /** A person sees no more than this; the pipe need not carry it. */
  private static final double LEAST_PROGRESS = 0.01;

  private final FrameOutput frames;
  private final String drawing;
  private volatile @Nullable ErrorCode stop;
  private double told;

  StageReporter(FrameOutput frames, String drawing) {
    this.frames = frames;
    this.drawing = drawing;
  }

  /** Ends the conversion with this code, by an exception that goes through it. */
  void stop(ErrorCode why) {
    stop = why;
  }

  @Override
  public void stageStarted(ConversionStage stage) {
    told = 0;
    tell(new RunnerEvent.StageStarted(stage.name()));
    delayForTests(stage);
    TestHooks.meet(drawing, stage, this);
  }

  @Override
  public void stageProgressed(ConversionStage stage, double fraction) {
    if (fraction - told >= LEAST_PROGRESS) {
      told = fraction;
      tell(new RunnerEvent.StageProgressed(stage.name(), fraction));
    } else {
      endIfAsked();
    }
  }

  @Override
  public void stageFinished(ConversionStage stage, Duration took) {
    tell(new RunnerEvent.StageFinished(stage.name(), took.toMillis()));
  }

  @Override
  public void stageReused(ConversionStage stage, Duration took) {
    tell(new RunnerEvent.StageReused(stage.name(), took.toMillis()));
  }

  private void tell(RunnerEvent event) {
    endIfAsked();
    try {
      frames.write(new Frame.Happened(event));
    } catch (IOException e) {
      throw new UncheckedIOException("The parent is gone", e);
    }
  }

  private void endIfAsked() {
    var why = stop;
    if (why != null) {
      throw new PermanentError(why, why.message());
    }
  }

  private void delayForTests(ConversionStage stage) {
    var end =
        System.nanoTime() + 1_000_000 * Long.getLong("planlift.test.delay." + stage.name(), 0);
    holdUp(() -> System.nanoTime() - end >= 0);
  }

  /** For tests: a stage that takes until something is so, and heeds the wish that it stop. */
  void holdUp(BooleanSupplier until) {
    try {
      while (!until.getAsBoolean()) {
        Thread.sleep(10);
        endIfAsked();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
