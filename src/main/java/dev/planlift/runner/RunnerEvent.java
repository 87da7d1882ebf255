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

  record StageFinished(String stage, long millis) implements RunnerEvent {}
}
