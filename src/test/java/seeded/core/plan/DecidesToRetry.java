package seeded.core.plan;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.RetryableError;

/** Core deciding what is worth another try. */
public class DecidesToRetry {
  public RuntimeException failure() {
    return new RetryableError(ErrorCode.INTERNAL, "again");
  }
}
