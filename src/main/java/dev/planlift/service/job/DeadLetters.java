package dev.planlift.service.job;

import static java.util.stream.Collectors.joining;

import dev.planlift.error.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Looks for jobs that ended badly some time ago. */
@ApplicationScoped
@Transactional
public class DeadLetters {
  private static final int SCAN_LOCKS = 3;

  @Inject Moves moves;

  /** Takes part in the caller's transaction: whether no other server scans until that has ended. */
  public boolean scanAlone() {
    var row = new Sql("select pg_try_advisory_xact_lock(" + SCAN_LOCKS + ", 1), 1");
    return Boolean.TRUE.equals(row.rows(moves.database()).getFirst()[0]);
  }

  /** Dead letters with one of these errors, ended by a time, that were never reprocessed. */
  public List<UUID> neverReprocessed(Set<ErrorCode> codes, Instant endedBy, int limit) {
    var names = codes.stream().map(code -> "'" + code.name() + "'").collect(joining(", "));
    return new Sql("select id, 1 from job where state = 'DEAD_LETTER' and error_code in (" + names)
            .text(") and finished_at <= ")
            .value(endedBy)
            .text(" and not exists (select 1 from job_audit a where a.job_id = job.id")
            .text(" and a.move = 'REPROCESS') order by finished_at limit ")
            .value(limit)
            .rows(moves.database())
            .stream()
            .map(row -> (UUID) row[0])
            .toList();
  }

  /** Jobs whose reprocessing was begun by a time and never came to its end. */
  public List<UUID> stranded(Instant by) {
    return moves
        .database()
        .createQuery(
            "select j.id from Job j where j.state = :state and j.updatedAt <= :by", UUID.class)
        .setParameter("state", JobState.REPROCESSING)
        .setParameter("by", by)
        .getResultList();
  }

  /** Jobs of a state that ended by a time. */
  public List<Job> ended(JobState state, Instant by, int limit) {
    return moves
        .database()
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
        .database()
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
        .database()
        .createQuery(
            "select count(j) from Job j where j.state = :dead and j.format = :format", Long.class)
        .setParameter("dead", JobState.DEAD_LETTER)
        .setParameter("format", format)
        .getSingleResult();
  }

  /** How long ago the oldest dead letter of a format ended; nothing where there is none. */
  public Duration oldestAge(Format format) {
    return moves
        .database()
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
