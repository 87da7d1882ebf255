package dev.planlift.service.job;

import java.util.UUID;

/**
 * A job moved or progressed. Fired inside the transaction that does it: observe it with {@code
 * during = TransactionPhase.AFTER_SUCCESS} to be told after the commit, and never of what was
 * rolled back.
 *
 * @param progress 0 to 100
 * @param version the row's version after the change
 */
public record JobChanged(UUID jobId, JobState state, int progress, long version) {
  static JobChanged to(Job job) {
    return new JobChanged(job.id(), job.state(), job.progress(), job.version());
  }
}
