package dev.planlift.service.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.error.ErrorCategory;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.service.config.Settings.Retry;
import dev.planlift.service.job.JobError;
import dev.planlift.service.worker.FailurePolicy.Verdict;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailurePolicyTest {
  private static final Retry RETRY =
      new Retry(3, Duration.ofSeconds(60), Duration.ofSeconds(600), 3);
  private final FailurePolicy policy = new FailurePolicy(RETRY, new SplittableRandom(7));

  private static JobError error(ErrorCode code, boolean retryable) {
    return new JobError(code, code.message(), Place.UNKNOWN, retryable);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void whatCannotPassEndsByWhoIsToBlame(ErrorCode code) {
    var verdict = policy.decide(error(code, false), 1);
    if (code.category() == ErrorCategory.INPUT) {
      assertThat(verdict).isInstanceOf(Verdict.Fail.class);
    } else {
      assertThat(verdict).isInstanceOf(Verdict.Bury.class);
    }
  }

  @Test
  void whatMayPassIsTriedThreeTimesMoreAndThenBuried() {
    var error = error(ErrorCode.STORAGE_ERROR, true);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(policy.decide(error, attempt)).isInstanceOf(Verdict.RetryLater.class);
    }
    assertThat(policy.decide(error, 4)).isInstanceOf(Verdict.Bury.class);
  }

  @Test
  void theBackOffIsSpreadOverTheWholeOfABoundThatDoublesUpToTheCap() {
    var many =
        new FailurePolicy(new Retry(50, RETRY.base(), RETRY.cap(), 3), new SplittableRandom(7));
    long[] bounds = {60, 120, 240, 480, 600, 600};
    for (int attempt = 1; attempt <= bounds.length; attempt++) {
      long longest = 0;
      long shortest = Long.MAX_VALUE;
      for (int i = 0; i < 2000; i++) {
        var verdict = many.decide(error(ErrorCode.NETWORK_ERROR, true), attempt);
        long millis = ((Verdict.RetryLater) verdict).backOff().toMillis();
        longest = Math.max(longest, millis);
        shortest = Math.min(shortest, millis);
      }
      long bound = bounds[attempt - 1] * 1000;
      assertThat(longest).as("attempt %d", attempt).isBetween(bound * 98 / 100, bound);
      assertThat(shortest).isLessThan(bound * 2 / 100);
    }
  }
}
