package dev.planlift.service.job;

import dev.planlift.error.ErrorCode;
import dev.planlift.service.job.JobQuery.Cursor;
import dev.planlift.service.job.JobQuery.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks for jobs that ended badly some time ago. */
@ApplicationScoped
@Transactional
@DatabaseCall
public class DeadLetters {
  private static final int LOCKS = 3;
  private static final int SCAN = 1;
  private static final int MESSAGES = 2;

  @Inject Moves moves;

  /** Takes part in the caller's transaction: whether no other server scans until that has ended. */
  public boolean scanAlone() {
    var row = new Sql("select pg_try_advisory_xact_lock(" + LOCKS + ", " + SCAN + "), 1");
    return Boolean.TRUE.equals(row.rows(moves.database()).getFirst()[0]);
  }

  /**
   * Takes part in the caller's transaction: waits until no other server looks through the brokers'
   * dead-letter queues, and keeps them from it until that has ended. A browser of some brokers
   * hides from all others what it looks at.
   */
  public void lookAlone() {
    var row = new Sql("select 1, 1 from pg_advisory_xact_lock(" + LOCKS + ", " + MESSAGES + ")");
    row.rows(moves.database());
  }

  /** Dead letters with one of these errors, ended by a time, that were never reprocessed. */
  public List<UUID> neverReprocessed(Set<ErrorCode> codes, Instant endedBy, int limit) {
    return new Sql("select id, 1 from job where state = 'DEAD_LETTER' and error_code in ")
            .list(List.copyOf(codes))
            .text(" and finished_at <= ")
            .value(endedBy)
            .text(" and not exists (select 1 from job_audit a where a.job_id = job.id")
            .text(" and a.move = 'REPROCESS') order by finished_at limit ")
            .value(limit)
            .rows(moves.database())
            .stream()
            .map(row -> (UUID) row[0])
            .toList();
  }

  /**
   * A page of dead letters, what ended last first.
   *
   * @param after the time at which the last one of the page before ended, and its id
   */
  public Page page(
      Optional<Format> format, Optional<ErrorCode> reason, Optional<Cursor> after, int limit) {
    var query =
        moves
            .entities()
            .createQuery(
                "select j from Job j where j.state = :dead"
                    + format.map(f -> " and j.format = :format").orElse("")
                    + reason.map(r -> " and j.errorCode = :reason").orElse("")
                    + after
                        .map(
                            c ->
                                " and (j.finishedAt < :at"
                                    + " or (j.finishedAt = :at and j.id < :id))")
                        .orElse("")
                    + " order by j.finishedAt desc, j.id desc",
                Job.class)
            .setParameter("dead", JobState.DEAD_LETTER)
            .setMaxResults(limit + 1);
    format.ifPresent(f -> query.setParameter("format", f));
    reason.ifPresent(r -> query.setParameter("reason", r));
    after.ifPresent(c -> query.setParameter("at", c.createdAt()).setParameter("id", c.id()));
    var jobs = query.getResultList();
    jobs.forEach(Job::stages);
    if (jobs.size() <= limit) {
      return new Page(jobs, Optional.empty());
    }
    var last = jobs.get(limit - 1);
    var ended = last.finishedAt().orElse(last.updatedAt());
    return new Page(jobs.subList(0, limit), Optional.of(new Cursor(ended, last.id())));
  }

  /** Jobs of a state that ended by a time. */
  public List<Job> ended(JobState state, Instant by, int limit) {
    return moves
        .entities()
        .createQuery(
            "select j from Job j where j.state = :state and j.finishedAt <= :by"
                + " order by j.finishedAt",
            Job.class)
        .setParameter("state", state)
        .setParameter("by", by)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Jobs that ended by a time and still have a checkpoint. */
  public List<Job> withCheckpoints(Instant by, int limit) {
    return moves
        .entities()
        .createQuery(
            "select j from Job j where j.checkpointKey is not null and j.finishedAt <= :by"
                + " order by j.finishedAt",
            Job.class)
        .setParameter("by", by)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Notes that a job's checkpoint is gone. */
  public void withoutCheckpoint(UUID jobId) {
    new Sql("update job set checkpoint_key = null, checkpoint_stage = null,")
        .text(" checkpoint_options = null where id = ")
        .value(jobId)
        .execute(moves.database());
  }

  /** How many dead letters of a format there are. */
  public long count(Format format) {
    return moves
        .entities()
        .createQuery(
            "select count(j) from Job j where j.state = :dead and j.format = :format", Long.class)
        .setParameter("dead", JobState.DEAD_LETTER)
        .setParameter("format", format)
        .getSingleResult();
  }

  /** How long ago the oldest dead letter of a format ended; nothing where there is none. */
  public Duration oldestAge(Format format) {
    return moves
        .entities()
        .createQuery(
            "select j.finishedAt from Job j where j.state = :dead and j.format = :format"
                + " and j.finishedAt is not null order by j.finishedAt",
            Instant.class)
        .setParameter("dead", JobState.DEAD_LETTER)
        .setParameter("format", format)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(ended -> Duration.between(ended, moves.now()))
        .orElse(Duration.ZERO);
  }
}
