package dev.planlift.service.job;

import dev.planlift.error.RetryableError;
import dev.planlift.service.job.StageStep.End;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /**
   * Writes down what became of stages, in their order; false where the lease is lost.
   *
   * @param steps at least one, one for each stage
   */
  public boolean tell(Lease lease, List<StageStep> steps) {
    var last = steps.getLast();
    var changed = at(lease, last.stage(), last.fraction());
    if (changed.isEmpty()) {
      return false;
    }
    var turns = steps.stream().filter(StageStep::isTurn).toList();
    if (!turns.isEmpty()) {
      turn(lease, turns);
    }
    moves.announce(changed.get());
    return true;
  }

  private void turn(Lease lease, List<StageStep> turns) {
    var sql =
        new Sql("update job_stage set state = step.state, finished_at = step.finished_at,")
            .text(" started_at = coalesce(step.started_at, job_stage.started_at),")
            .text(" attempts = attempts + step.begun, millis = step.millis from ");
    rows(sql, turns)
        .text(" where job_stage.name = step.name and job_id = ")
        .value(lease.jobId())
        .execute(moves.database());
  }

  /**
   * An update that ends all stages of the job that {@code held} names: with what is not yet written
   * down of them; those that run are done, those that were not begun are skipped.
   */
  static Sql end(Sql sql, List<StageStep> steps, Instant now) {
    var turns = steps.stream().filter(StageStep::isTurn).toList();
    if (turns.isEmpty()) {
      return sql.text("update job_stage set finished_at = case job_stage.state")
          .text(" when 'RUNNING' then cast(")
          .value(now)
          .text(" as timestamptz) end, state = case job_stage.state")
          .text(" when 'RUNNING' then 'DONE' else 'SKIPPED' end from held")
          .text(" where job_id = held.id and job_stage.state in ('RUNNING', 'PENDING')");
    }
    sql.text("update job_stage set state = case when coalesce(step.state, job_stage.state)")
        .text(" = 'RUNNING' then 'DONE' else coalesce(step.state, 'SKIPPED') end,")
        .text(" finished_at = case when coalesce(step.state, job_stage.state) = 'RUNNING'")
        .text(" then cast(")
        .value(now)
        .text(" as timestamptz) else step.finished_at end,")
        .text(" started_at = coalesce(step.started_at, job_stage.started_at),")
        .text(" attempts = job_stage.attempts + coalesce(step.begun, 0),")
        .text(" millis = coalesce(step.millis, job_stage.millis)")
        .text(" from held join job_stage as old on old.job_id = held.id left join ");
    return rows(sql, turns)
        .text(" on step.name = old.name")
        .text(" where job_stage.job_id = old.job_id and job_stage.name = old.name")
        .text(" and (step.name is not null or old.state in ('RUNNING', 'PENDING'))");
  }

  private static Sql rows(Sql sql, List<StageStep> turns) {
    sql.text("(values ");
    for (var step : turns) {
      sql.text(step.equals(turns.getFirst()) ? "(" : ", (");
      row(sql, step);
      sql.text(")");
    }
    return sql.text(") as step (name, state, started_at, begun, finished_at, millis)");
  }

  private static void row(Sql sql, StageStep step) {
    boolean begun = step.begunAt().isPresent() && step.state() != StageState.REUSED;
    sql.text("cast(").value(step.stage()).text(" as text), cast(").value(step.state());
    sql.text(" as text), cast(").value(step.begunAt().orElse(null));
    sql.text(" as timestamptz), " + (begun ? 1 : 0) + ", cast(");
    sql.value(step.end().map(End::at).orElse(null)).text(" as timestamptz), cast(");
    sql.value(step.end().map(end -> end.took().toMillis()).orElse(null)).text(" as bigint)");
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

  private Optional<Object[]> at(Lease lease, Stage stage, double fraction) {
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
        .text(" returning " + Moves.CHANGED)
        .row(moves.database());
  }
}
