package dev.planlift.runner;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;

/** How a conversion in a runner ended. */
public sealed interface RunnerOutcome {
  /** The files are in the request's folder. */
  record Converted(long glbBytes, int walls, int doors, int windows, int rooms, boolean planFound)
      implements RunnerOutcome {}

  /**
   * The conversion was refused or gave up; the runner lives.
   *
   * @param message one sentence for people
   */
  record Failed(ErrorCode code, String message, Place where, boolean retryable)
      implements RunnerOutcome {}

  /**
   * The process is gone, or said what is no frame and was killed for it.
   *
   * @param exitCode as the system tells it; 128 + n after signal n
   * @param stderrTail the last that it said on standard error, and what it said instead of a frame
   */
  record Died(int exitCode, String stderrTail) implements RunnerOutcome {
    /** How a JVM exits under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int EXIT_OUT_OF_MEMORY = 3;

    /** OUT_OF_MEMORY where its heap was used up, else RUNNER_DIED. */
    public ErrorCode code() {
      return exitCode == EXIT_OUT_OF_MEMORY ? ErrorCode.OUT_OF_MEMORY : ErrorCode.RUNNER_DIED;
    }
  }
}
