package dev.planlift.error;

import org.jspecify.annotations.Nullable;

/** Trying the same again later can help: storage, network, database, broker. */
public final class RetryableError extends WorkerError {
  private static final long serialVersionUID = 1L;

  public RetryableError(ErrorCode code, String detail) {
    this(code, detail, Place.UNKNOWN, null);
  }

  public RetryableError(ErrorCode code, String detail, Place where) {
    this(code, detail, where, null);
  }

  public RetryableError(ErrorCode code, String detail, Place where, @Nullable Throwable cause) {
    super(code, detail, where, cause);
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
