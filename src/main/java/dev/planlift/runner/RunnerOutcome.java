package dev.planlift.runner;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;

/** How a conversion in a runner ended. */
public sealed interface RunnerOutcome {
  /** The files are in the request's folder. */
  record Converted(long glbBytes, int walls, int doors, int windows, int rooms, boolean planFound)
      implements RunnerOutcome {}

  /**
   * The conversion was refused or gave up; the runner lives, except after OUT_OF_MEMORY.
   *
   * @param message one sentence for people
   */
  record Failed(ErrorCode code, String message, Place where, boolean retryable)
      implements RunnerOutcome {}

  /**
   * The process is gone, or said what is no frame and was killed for it.
   *
   * @param exitCode as the system tells it; 128 + n after signal n
   * @param stderrTail the last that it said on standard error
   */
  record Died(int exitCode, String stderrTail) implements RunnerOutcome {}
}
