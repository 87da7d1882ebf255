package dev.planlift.service.job;

import dev.planlift.error.RetryableError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * A running job's way through its stages. Under a lost lease nothing changes and the answer is
 * false. A database that is away for a moment is waited for, while the runner goes on.
 */
@ApplicationScoped
@Transactional
@DatabaseCall
@Retry(
    maxRetries = -1,
    delay = DatabaseCall.DELAY_MILLIS,
    jitter = DatabaseCall.JITTER_MILLIS,
    maxDuration = DatabaseCall.PATIENCE_MILLIS,
    retryOn = RetryableError.class)
public class StageEvents {
  @Inject Moves moves;

  public boolean started(Lease lease, Stage stage) {
    if (!at(lease, stage, 0)) {
      return false;
    }
    new Sql("update job_stage set state = 'RUNNING', finished_at = null, millis = null,")
        .text(" attempts = attempts + 1, started_at = ")
        .value(moves.now())
        .text(" where job_id = ")
        .value(lease.jobId())
        .text(" and name = ")
        .value(stage)
        .execute(moves.database());
    moves.announce(lease.jobId());
    return true;
  }

  /**
   * Notes how far a stage has come; false where the lease is lost.
   *
   * @param fraction of the stage that is done, 0 to 1
   */
  public boolean progressed(Lease lease, Stage stage, double fraction) {
    if (!at(lease, stage, fraction)) {
      return false;
    }
    moves.announce(lease.jobId());
    return true;
  }

  public boolean finished(Lease lease, Stage stage, Duration took) {
    return end(new Sql("update job_stage set state = 'DONE'"), lease, stage, took);
  }

  /** Notes that a stage need not run: what it makes is there. */
  public boolean reused(Lease lease, Stage stage, Duration took) {
    var update = new Sql("update job_stage set state = 'REUSED', started_at = ");
    return end(update.value(moves.now()), lease, stage, took);
  }

  private boolean end(Sql update, Lease lease, Stage stage, Duration took) {
    if (!at(lease, stage, 1)) {
      return false;
    }
    update
        .text(", finished_at = ")
        .value(moves.now())
        .text(", millis = ")
        .value(took.toMillis())
        .text(" where job_id = ")
        .value(lease.jobId())
        .text(" and name = ")
        .value(stage)
        .execute(moves.database());
    moves.announce(lease.jobId());
    return true;
  }

  /** Notes what the stages have left; a stage that was to be run anew has been. */
  public boolean kept(Lease lease, JobCheckpoint checkpoint) {
    return new Sql("update job set begin_stage = null, checkpoint_key = ")
            .value(checkpoint.key())
            .text(", checkpoint_stage = ")
            .value(checkpoint.last())
            .text(", checkpoint_options = cast(")
            .value(JsonText.of(checkpoint.options()))
            .text(" as jsonb) where state = 'RUNNING' and id = ")
            .value(lease.jobId())
            .text(" and lease_token = ")
            .value(lease.token())
            .execute(moves.database())
        == 1;
  }

  private boolean at(Lease lease, Stage stage, double fraction) {
    return new Sql("update job set version = version + 1, updated_at = ")
            .value(moves.now())
            .text(", stage = ")
            .value(stage)
            .text(", progress = greatest(progress, ")
            .value(stage.percent(fraction))
            .text(") where state = 'RUNNING' and id = ")
            .value(lease.jobId())
            .text(" and lease_token = ")
            .value(lease.token())
            .execute(moves.database())
        == 1;
  }
}
