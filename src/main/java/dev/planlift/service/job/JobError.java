package dev.planlift.service.job;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;

/**
 * Why a job failed, or has to be tried again.
 *
 * @param message one sentence in the words of this case
 * @param where the place in the input; {@link Place#UNKNOWN} where none can be named
 * @param retryable whether the same may go well later
 */
public record JobError(ErrorCode code, String message, Place where, boolean retryable) {
  public static JobError of(WorkerError error) {
    return new JobError(error.code(), error.getMessage(), error.where(), error.retryable());
  }
}
