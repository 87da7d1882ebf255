package dev.planlift.error;

import org.jspecify.annotations.Nullable;

/** Trying the same again cannot help: the input, an option or ourselves are at fault. */
public final class PermanentError extends WorkerError {
  private static final long serialVersionUID = 1L;

  public PermanentError(ErrorCode code, String detail) {
    this(code, detail, Place.UNKNOWN, null);
  }

  public PermanentError(ErrorCode code, String detail, Place where) {
    this(code, detail, where, null);
  }

  public PermanentError(ErrorCode code, String detail, Place where, @Nullable Throwable cause) {
    super(code, detail, where, cause);
  }

  @Override
  public boolean retryable() {
    return false;
  }
}
