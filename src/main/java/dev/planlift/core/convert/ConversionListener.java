package dev.planlift.core.convert;

import java.time.Duration;

/** Told, on the converting thread, as a conversion moves on. */
public interface ConversionListener {
  ConversionListener SILENT = new ConversionListener() {};

  default void stageStarted(ConversionStage stage) {}

  /** How much of the stage is done, 0 to 1; never falls within a stage. */
  default void stageProgressed(ConversionStage stage, double fraction) {}

  default void stageFinished(ConversionStage stage, Duration took) {}

  /** In place of start and finish: what the stage makes was taken from a checkpoint. */
  default void stageReused(ConversionStage stage, Duration took) {}
}
