package dev.planlift.runner;

/** Told by a runner while it converts. Stages are those of the conversion, by name. */
public sealed interface RunnerEvent {
  String stage();

  record StageStarted(String stage) implements RunnerEvent {}

  /**
   * A part of the stage is done.
   *
   * @param fraction of the stage, 0 to 1, never falling
   */
  record StageProgressed(String stage, double fraction) implements RunnerEvent {}

  /** What the stage makes was taken from a checkpoint; it neither starts nor finishes. */
  record StageReused(String stage, long millis) implements RunnerEvent {}

  record StageFinished(String stage, long millis) implements RunnerEvent {}
}
