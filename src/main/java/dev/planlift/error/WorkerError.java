package dev.planlift.error;

import org.jspecify.annotations.Nullable;

/**
 * Anything that ends a piece of work, with its {@link ErrorCode} and the {@link Place} in the
 * input. Whether trying again can help is decided where the failure is named, by the subclass.
 */
public abstract sealed class WorkerError extends RuntimeException
    permits RetryableError, PermanentError {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Place where;

  WorkerError(ErrorCode code, String detail, Place where, @Nullable Throwable cause) {
    super(detail, cause);
    this.code = code;
    this.where = where;
  }

  public ErrorCode code() {
    return code;
  }

  public Place where() {
    return where == null ? Place.UNKNOWN : where;
  }

  public abstract boolean retryable();

  /** What happened, one sentence, in the words of this very case. Never null. */
  @Override
  public String getMessage() {
    var detail = super.getMessage();
    return detail == null || detail.isBlank() ? code.message() : detail;
  }
}
