package dev.planlift.service.job;

import dev.planlift.service.job.Sql.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes moves: one statement locks the row if its state and lease are as they must be, changes it
 * and writes the audit row. Runs in the caller's transaction.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class Moves {
  @PersistenceContext private EntityManager database;
  @Inject Clock clock;
  @Inject Event<JobChanged> changed;

  /**
   * A move that is wanted.
   *
   * @param token the lease it is made under; empty where none is needed
   * @param dueBy for claims: the row must be due by then
   * @param assignments what else changes
   * @param who the worker or the person behind it
   */
  record Wanted(
      Move move,
      UUID jobId,
      Optional<UUID> token,
      Optional<Instant> dueBy,
      List<Assignment> assignments,
      String who,
      String detail) {}

  /** Fields cannot be read through a bean's proxy. */
  EntityManager database() {
    return database;
  }

  Instant now() {
    return clock.instant();
  }

  /** Whether the row was as the move needs it; if not, nothing has happened. */
  boolean make(Wanted wanted) {
    var now = now();
    if (statement(wanted, now).execute(database) == 0) {
      return false;
    }
    closeStage(wanted, now);
    announce(wanted.jobId());
    return true;
  }

  /** Writes the audit row of a job that has just been accepted. */
  void accepted(Job job) {
    new Sql("insert into job_audit (job_id, at, move, to_state, attempt, poison, who) values (")
        .value(job.id())
        .text(", ")
        .value(job.createdAt())
        .text(", ")
        .value(Move.ACCEPT)
        .text(", ")
        .value(Move.ACCEPT.to())
        .text(", 0, 0, 'client')")
        .execute(database);
    changed.fire(JobChanged.to(job));
  }

  void enqueue(UUID jobId) {
    new Sql("insert into outbox (job_id, created_at) values (")
        .value(jobId)
        .text(", ")
        .value(now())
        .text(")")
        .execute(database);
  }

  /** Makes the stages those of a format, as far as they are not. */
  void restage(UUID jobId, Format format) {
    var all = List.of(Stage.values());
    for (var stage : all) {
      var sql =
          Stage.of(format).contains(stage)
              ? new Sql("insert into job_stage (job_id, name, position, state, attempts) values (")
                  .value(jobId)
                  .text(", ")
                  .value(stage)
                  .text(", ")
                  .value(all.indexOf(stage))
                  .text(", 'PENDING', 0) on conflict do nothing")
              : new Sql("delete from job_stage where job_id = ")
                  .value(jobId)
                  .text(" and name = ")
                  .value(stage);
      sql.execute(database);
    }
  }

  /** Tells that a row has changed, with its values as they are now. */
  void announce(UUID jobId) {
    read(jobId).ifPresent(job -> changed.fire(JobChanged.to(job)));
  }

  /** The row as it is in the database, whatever this transaction had read before. */
  Optional<Job> read(UUID jobId) {
    return database
        .createQuery("select j from Job j where j.id = :id", Job.class)
        .setParameter("id", jobId)
        .setHint("eclipselink.refresh", true)
        .getResultStream()
        .findFirst();
  }

  private static Sql statement(Wanted wanted, Instant now) {
    var sql = new Sql("with held as (select id, state from job where id = ").value(wanted.jobId());
    sql.text(" and state in (" + states(wanted.move()) + ")");
    wanted.token().ifPresent(token -> sql.text(" and lease_token = ").value(token));
    wanted.dueBy().ifPresent(due -> sql.text(" and due_at <= ").value(due));
    if (wanted.move().to() == JobState.RUNNING) {
      sql.text(" and needs <= " + Need.MET);
    }
    // It waits for the row, for as long as the connection's lock timeout allows, and then looks at
    // it as it is: skipping a locked row would lose a claim to any bystander's short update.
    sql.text(" for update), moved as (update job set version = version + 1, state = ");
    sql.value(wanted.move().to()).text(", updated_at = ").value(now).all(wanted.assignments());
    sql.text(" from held where job.id = held.id");
    sql.text(" returning job.id, held.state as was, job.state, job.attempt, job.poison)");
    sql.text(" insert into job_audit");
    sql.text(" (job_id, at, move, from_state, to_state, attempt, poison, who, detail) select id, ");
    sql.value(now).text(", ").value(wanted.move()).text(", was, state, attempt, poison, ");
    sql.value(wanted.who()).text(", ").value(wanted.detail().isEmpty() ? null : wanted.detail());
    return sql.text(" from moved");
  }

  private static String states(Move move) {
    return move.from().stream()
        .map(state -> "'" + state.name() + "'")
        .collect(Collectors.joining(", "));
  }

  private void closeStage(Wanted wanted, Instant now) {
    if (wanted.move() == Move.SUCCEED) {
      stages(wanted.jobId(), "DONE", "'RUNNING'", now);
      stages(wanted.jobId(), "SKIPPED", "'PENDING'", null);
    } else if (wanted.move().from().contains(JobState.RUNNING)) {
      stages(wanted.jobId(), "FAILED", "'RUNNING'", now);
    }
  }

  private void stages(UUID jobId, String to, String from, @Nullable Instant finishedAt) {
    new Sql("update job_stage set state = '" + to + "', finished_at = ")
        .value(finishedAt)
        .text(" where state = " + from + " and job_id = ")
        .value(jobId)
        .execute(database);
  }
}
