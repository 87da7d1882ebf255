package dev.planlift.service.job;

import static dev.planlift.service.job.JobState.CANCELLED;
import static dev.planlift.service.job.JobState.DEAD_LETTER;
import static dev.planlift.service.job.JobState.FAILURE;
import static dev.planlift.service.job.JobState.PENDING;
import static dev.planlift.service.job.JobState.REPROCESSING;
import static dev.planlift.service.job.JobState.RETRY;
import static dev.planlift.service.job.JobState.RUNNING;
import static dev.planlift.service.job.JobState.SUCCESS;

import java.util.List;

/**
 * The one table of moves: what is not here is refused, as the guards of the statements are made
 * from it.
 */
public enum Move {
  /** The bytes are stored; row and outbox row are committed. */
  ACCEPT(List.of(), PENDING),
  /** A worker takes it: new lease, attempt + 1. */
  CLAIM(List.of(PENDING, RETRY), RUNNING),
  /** Its lease lapsed, or its runner died: new lease, poison + 1. */
  TAKE_OVER(List.of(RUNNING), RUNNING),
  /** The worker drains; the attempt does not count. */
  GIVE_BACK(List.of(RUNNING), PENDING),
  /** The results are stored. */
  SUCCEED(List.of(RUNNING), SUCCESS),
  /** A fault that may pass, and attempts are left. */
  RETRY_LATER(List.of(RUNNING), RETRY),
  /** The input is at fault, or it is gone. */
  FAIL(List.of(PENDING, RUNNING, RETRY), FAILURE),
  /** Attempts used up, hard limit, poison, or a fault of ours. */
  BURY(List.of(RUNNING, RETRY), DEAD_LETTER),
  /** Somebody asked for it. */
  CANCEL(List.of(PENDING, RUNNING, RETRY), CANCELLED),
  /** By policy or by an admin. */
  REPROCESS(List.of(DEAD_LETTER), REPROCESSING),
  /** Its id is in the outbox again; attempts and poison start anew. */
  REQUEUE(List.of(REPROCESSING), PENDING),
  /** Queuing it again failed. */
  REBURY(List.of(REPROCESSING), DEAD_LETTER);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<JobState> from;

  private final JobState to;

  Move(List<JobState> from, JobState to) {
    this.from = from;
    this.to = to;
  }

  /** The states this move may start in; none for a new job. */
  public List<JobState> from() {
    return from;
  }

  public JobState to() {
    return to;
  }
}
