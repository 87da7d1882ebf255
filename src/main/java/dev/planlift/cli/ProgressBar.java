package dev.planlift.cli;

import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionStage;
import java.time.Duration;
import java.util.Locale;

/** Shows on one moving line how far a conversion is. */
final class ProgressBar implements ConversionListener {
  private static final long PAUSE_NANOS = 40_000_000;

  private final Terminal terminal;
  private double done;
  private long shown;

  ProgressBar(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void stageStarted(ConversionStage stage) {
    show(stage, 0);
  }

  @Override
  public void stageProgressed(ConversionStage stage, double fraction) {
    long now = System.nanoTime();
    if (now - shown >= PAUSE_NANOS) {
      shown = now;
      show(stage, fraction);
    }
  }

  @Override
  public void stageFinished(ConversionStage stage, Duration took) {
    done += share(stage);
  }

  private void show(ConversionStage stage, double fraction) {
    double all = done + fraction * share(stage);
    terminal.passing(
        "%s %3.0f %% %s"
            .formatted(Terminal.bar(all), all * 100, stage.name().toLowerCase(Locale.ROOT)));
  }

  /** What part of the whole a stage takes, as found over many drawings; 1 together. */
  private static double share(ConversionStage stage) {
    return switch (stage) {
      case VALIDATE -> 0.02;
      case READ -> 0.38;
      case RENDER, DETECT -> 0;
      case RECONSTRUCT -> 0.25;
      case SOLIDIFY -> 0.15;
      case EXPORT -> 0.2;
    };
  }
}
