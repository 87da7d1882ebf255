package dev.planlift.service.worker;

import dev.planlift.error.ErrorCategory;
import dev.planlift.service.config.Settings.Retry;
import dev.planlift.service.job.JobError;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What becomes of a job that failed. */
final class FailurePolicy {
  private static final int MOST_DOUBLINGS = 30;

  private final Retry retry;
  private final RandomGenerator random;

  FailurePolicy(Retry retry, RandomGenerator random) {
    this.retry = retry;
    this.random = random;
  }

  /** The job's next move. */
  sealed interface Verdict {
    /** The input is at fault: nobody need look. */
    record Fail() implements Verdict {}

    /** It may pass: again after a while. */
    record RetryLater(Duration backOff) implements Verdict {}

    /** Somebody should look. */
    record Bury() implements Verdict {}
  }

  /**
   * @param attempt which one failed, the first being 1
   */
  Verdict decide(JobError error, int attempt) {
    if (error.retryable()) {
      return attempt <= retry.retries()
          ? new Verdict.RetryLater(backOff(attempt))
          : new Verdict.Bury();
    }
    return error.code().category() == ErrorCategory.INPUT ? new Verdict.Fail() : new Verdict.Bury();
  }

  /**
   * Exponential with full jitter: evenly between nothing and the bound, so that what failed
   * together does not come back together.
   */
  private Duration backOff(int attempt) {
    int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
    double bound =
        Math.min((double) retry.cap().toMillis(), retry.base().toMillis() * Math.pow(2, doublings));
    return Duration.ofMillis(random.nextLong((long) bound + 1));
  }
}
