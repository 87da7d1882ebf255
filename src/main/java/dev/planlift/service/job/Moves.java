package dev.planlift.service.job;

import dev.planlift.service.job.Sql.Assignment;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes moves: one statement locks the row if its state and lease are as they must be, changes it
 * and writes the audit row. Runs in the caller's transaction.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class Moves {
  /** What is told of a row that has changed. */
  static final String CHANGED = "id, state, progress, version";

  /** A job in one of these is never run again; a dead letter may be. */
  private static final Set<JobState> ENDS =
      EnumSet.of(JobState.SUCCESS, JobState.FAILURE, JobState.CANCELLED);

  /** What opens a drawing is nobody's business once nobody opens it any more. */
  private static final String WITHOUT_SECRETS =
      ", options = job.options - 'password',"
          + " checkpoint_options = job.checkpoint_options - 'password'";

  /** Of the same transactions as the entities. */
  @Resource(lookup = "jdbc/planlift")
  private DataSource database;

  @PersistenceContext private EntityManager entities;
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
  DataSource database() {
    return database;
  }

  EntityManager entities() {
    return entities;
  }

  Instant now() {
    return clock.instant();
  }

  /** Makes a move that begins an attempt, and gives the job as it then is, with its lease. */
  Optional<Job> claim(Wanted wanted) {
    var moved = statement(wanted, now(), "*").entity(entities, Job.class);
    moved.map(JobChanged::to).ifPresent(changed::fire);
    return moved;
  }

  /** Whether the row was as the move needs it; if not, nothing has happened. */
  boolean make(Wanted wanted) {
    var now = now();
    var moved = statement(wanted, now, CHANGED).row(database);
    if (moved.isEmpty()) {
      return false;
    }
    closeStage(wanted, now);
    announce(moved.get());
    return true;
  }

  /**
   * Writes the rows of a job: its own, its stages', its first move's and, where it is to be sent,
   * that of the outbox.
   *
   * @return false, and nothing has happened, where there is one of this id
   */
  boolean accept(Job job, boolean send) {
    if (Acceptance.statement(job, send).row(database).isEmpty()) {
      return false;
    }
    changed.fire(new JobChanged(job.id(), job.state(), job.progress(), job.version()));
    return true;
  }

  /** Has an id sent, if there is such a job. */
  void enqueue(UUID jobId) {
    new Sql("insert into outbox (job_id, created_at) select id, cast(")
        .value(now())
        .text(" as timestamptz) from job where id = ")
        .value(jobId)
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

  /**
   * Tells that a row has changed.
   *
   * @param row as {@link #CHANGED} has it
   */
  void announce(Object[] row) {
    changed.fire(
        new JobChanged(
            (UUID) row[0],
            JobState.valueOf((String) row[1]),
            ((Number) row[2]).intValue(),
            ((Number) row[3]).longValue()));
  }

  /** The row as it is in the database, whatever this transaction had read before. */
  Optional<Job> read(UUID jobId) {
    return entities
        .createQuery("select j from Job j where j.id = :id", Job.class)
        .setParameter("id", jobId)
        .setHint("eclipselink.refresh", true)
        .getResultStream()
        .findFirst();
  }

  private static Sql statement(Wanted wanted, Instant now, String told) {
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
    if (ENDS.contains(wanted.move().to())) {
      sql.text(WITHOUT_SECRETS);
    }
    sql.text(" from held where job.id = held.id");
    sql.text(" returning job.*, held.state as was), told as (insert into job_audit");
    sql.text(" (job_id, at, move, from_state, to_state, attempt, poison, who, detail) select id, ");
    sql.value(now).text(", ").value(wanted.move()).text(", was, state, attempt, poison, ");
    sql.value(wanted.who()).text(", ").value(wanted.detail().isEmpty() ? null : wanted.detail());
    return sql.text(" from moved) select " + told + " from moved");
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
