package dev.planlift.service.job;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.KeptResults.Kept;
import dev.planlift.service.job.Moves.Wanted;
import dev.planlift.service.job.Sql.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jspecify.annotations.Nullable;

/**
 * A worker's side of jobs: taking them, keeping them, ending them. What is asked under a lease that
 * is no longer held changes nothing and answers false: the worker must then drop its work. Each
 * call is a short transaction. What ends an attempt waits for a database that is away for a moment:
 * guarded by the lease, it has one effect however often it is tried.
 */
@ApplicationScoped
@Transactional
@DatabaseCall
public class Leases {
  @Inject Moves moves;
  @Inject KeptResults results;
  @Inject Settings settings;

  /**
   * Takes a job that is due, or one whose lease has lapsed. Of any number of callers at most one
   * gets it. A job that killed its runner or server too often is not given out again but buried.
   */
  public Optional<Taken> take(UUID jobId, Claimant claimant) {
    var lease = new Lease(jobId, UUID.randomUUID());
    var assignments = holding(lease, claimant);
    assignments.add(Assignment.raise("attempt", 1));
    assignments.add(new Assignment("started_at", "coalesce(started_at, ", moves.now(), ")"));
    var due = Optional.of(moves.now());
    var wanted =
        new Wanted(Move.CLAIM, jobId, Optional.empty(), due, assignments, claimant.worker(), "");
    return moves
        .claim(wanted)
        .map(job -> new Taken(lease, job))
        .or(() -> takeLapsed(jobId, claimant).flatMap(this::taken));
  }

  /** The same where the job itself is not needed. */
  public Optional<Lease> claim(UUID jobId, Claimant claimant) {
    return take(jobId, claimant).map(Taken::lease);
  }

  /**
   * The runner of a job died: the same worker takes the job anew, at once, or buries it as poison.
   *
   * @param resultKey where the report of its death lies, should it be buried
   * @return the job under a new lease; empty if it was buried or the old lease was lost
   */
  @Retry(
      maxRetries = -1,
      delay = DatabaseCall.DELAY_MILLIS,
      jitter = DatabaseCall.JITTER_MILLIS,
      maxDuration = DatabaseCall.PATIENCE_MILLIS,
      retryOn = RetryableError.class)
  public Optional<Taken> runnerDied(
      Lease lease, Claimant claimant, JobError error, Optional<String> resultKey) {
    return anew(lease, claimant, error, resultKey).flatMap(this::taken);
  }

  private Optional<Taken> taken(Lease lease) {
    return moves.read(lease.jobId()).map(job -> new Taken(lease, job));
  }

  /** Prolongs a lease. */
  public boolean heartbeat(Lease lease) {
    var sql = new Sql("update job set lease_until = ").value(until(settings.lease().length()));
    return guard(sql, lease).execute(moves.database()) == 1;
  }

  /** Those of the leases that are no longer held: cancelled, deleted, or taken over. */
  public Set<Lease> lost(Collection<Lease> leases) {
    var lost = new HashSet<>(leases);
    if (!lost.isEmpty()) {
      moves
          .entities()
          .createQuery(
              "select j.id, j.leaseToken from Job j where j.id in :ids and j.leaseToken is not null",
              Object[].class)
          .setParameter("ids", leases.stream().map(Lease::jobId).toList())
          .getResultList()
          .forEach(row -> lost.remove(new Lease((UUID) row[0], (UUID) row[1])));
    }
    return lost;
  }

  /**
   * Ends a job well.
   *
   * @param steps of its stages, as far as they are not written down yet
   * @param key what its results are known by
   * @param made where they lie, all of them stored
   * @return where the results lie that the job now points to: others', where the same was made
   *     meanwhile; empty where the lease is lost
   */
  @Retry(
      maxRetries = -1,
      delay = DatabaseCall.DELAY_MILLIS,
      jitter = DatabaseCall.JITTER_MILLIS,
      maxDuration = DatabaseCall.PATIENCE_MILLIS,
      retryOn = RetryableError.class)
  public Optional<String> succeed(Lease lease, List<StageStep> steps, ResultKey key, Kept made) {
    var wish = ending(lease, steps);
    if (wish.isEmpty()) {
      return Optional.empty();
    }
    var kept = results.keep(key, made, wish.get().keep());
    boolean moved = make(Move.SUCCEED, lease, succeeded(kept), "");
    return moved ? Optional.of(kept.folder()) : Optional.empty();
  }

  /**
   * Ends a job well with results that are there already, and runs nothing.
   *
   * @return false, and nothing has happened, where there are none, or the lease is lost
   */
  public boolean reuse(Lease lease, ResultKey key) {
    var kept = held(lease).flatMap(there -> results.point(key, there.keep()));
    if (kept.isEmpty()) {
      return false;
    }
    new Sql("update job_stage set state = 'REUSED' where job_id = ")
        .value(lease.jobId())
        .execute(moves.database());
    var assignments = succeeded(kept.get());
    assignments.add(Assignment.set("reused", true));
    return make(Move.SUCCEED, lease, assignments, "reused " + kept.get().folder());
  }

  /**
   * What a held job asks for; its row is the caller's until the transaction ends. Empty where the
   * lease is lost.
   */
  private Optional<Wish> held(Lease lease) {
    var sql = guard(new Sql("select id, keep_seconds from job"), lease);
    return wish(sql.text(" for update"));
  }

  /** The same, with all stages ended: those that were not begun are skipped. */
  private Optional<Wish> ending(Lease lease, List<StageStep> steps) {
    var sql = guard(new Sql("with held as (select id, keep_seconds from job"), lease);
    sql.text(" for update), told as (");
    StageEvents.end(sql, steps, moves.now());
    return wish(sql.text(") select id, keep_seconds from held"));
  }

  private Optional<Wish> wish(Sql sql) {
    return sql.row(moves.database())
        .map(row -> new Wish(Optional.ofNullable((Number) row[1]).map(Leases::seconds)));
  }

  private record Wish(Optional<Duration> keep) {}

  private static Duration seconds(Number column) {
    return Duration.ofSeconds(column.longValue());
  }

  private List<Assignment> succeeded(Kept kept) {
    var assignments = released();
    assignments.add(Assignment.set("finished_at", moves.now()));
    assignments.add(Assignment.set("progress", 100));
    assignments.add(Assignment.set("result_key", kept.folder()));
    assignments.add(Assignment.set("figures", kept.figures()));
    assignments.add(
        new Assignment(
            "engine", "cast(", kept.figures(), " as jsonb) ->> '" + KeptResults.ENGINE + "'"));
    assignments.addAll(error(null));
    return assignments;
  }

  /**
   * Notes which engine converts a job from now on.
   *
   * @param candidate empty for the standard one
   * @return false where the lease is lost
   */
  public boolean converts(Lease lease, Optional<String> candidate) {
    var sql = new Sql("update job set version = version + 1, updated_at = ").value(moves.now());
    sql.text(", engine = ").value(candidate.orElse(null));
    return guard(sql, lease).execute(moves.database()) == 1;
  }

  /** Puts a job off until after a back-off. */
  @Retry(
      maxRetries = -1,
      delay = DatabaseCall.DELAY_MILLIS,
      jitter = DatabaseCall.JITTER_MILLIS,
      maxDuration = DatabaseCall.PATIENCE_MILLIS,
      retryOn = RetryableError.class)
  public boolean retryLater(Lease lease, JobError error, Duration backOff) {
    var assignments = released();
    assignments.add(Assignment.set("due_at", until(backOff)));
    assignments.add(Assignment.set("sent_at", null));
    assignments.add(Assignment.set("sent_count", 0));
    assignments.addAll(error(error));
    return make(Move.RETRY_LATER, lease, assignments, error.code() + " in " + backOff);
  }

  /** Ends a job whose input is at fault; the key is that of its report, where there is one. */
  @Retry(
      maxRetries = -1,
      delay = DatabaseCall.DELAY_MILLIS,
      jitter = DatabaseCall.JITTER_MILLIS,
      maxDuration = DatabaseCall.PATIENCE_MILLIS,
      retryOn = RetryableError.class)
  public boolean fail(Lease lease, JobError error, Optional<String> resultKey) {
    return end(Move.FAIL, lease, error, resultKey);
  }

  /** Gives a job up: somebody should look. */
  @Retry(
      maxRetries = -1,
      delay = DatabaseCall.DELAY_MILLIS,
      jitter = DatabaseCall.JITTER_MILLIS,
      maxDuration = DatabaseCall.PATIENCE_MILLIS,
      retryOn = RetryableError.class)
  public boolean bury(Lease lease, JobError error, Optional<String> resultKey) {
    return end(Move.BURY, lease, error, resultKey);
  }

  /**
   * Notes that a job's drawing has been fetched. Where it is of another format than was thought,
   * its stages are that format's from now on, and it is to be given back for the format's queue.
   */
  public boolean arrived(Lease lease, Arrival arrival) {
    var sql = new Sql("update job set version = version + 1, updated_at = ").value(moves.now());
    sql.text(", fetched_at = ").value(moves.now()).text(", input_key = ").value(arrival.key());
    sql.text(", sha256 = ").value(arrival.sha256());
    sql.text(", size_bytes = ").value(arrival.sizeBytes());
    sql.text(", format = ").value(arrival.format());
    var changed = guard(sql, lease).text(" returning " + Moves.CHANGED).row(moves.database());
    if (changed.isEmpty()) {
      return false;
    }
    moves.restage(lease.jobId(), arrival.format());
    moves.announce(changed.get());
    return true;
  }

  /** Hands a job back untouched; its attempt does not count and its id is sent again. */
  @Retry(
      maxRetries = -1,
      delay = DatabaseCall.DELAY_MILLIS,
      jitter = DatabaseCall.JITTER_MILLIS,
      maxDuration = DatabaseCall.PATIENCE_MILLIS,
      retryOn = RetryableError.class)
  public boolean giveBack(Lease lease) {
    var assignments = released();
    assignments.add(Assignment.raise("attempt", -1));
    assignments.add(Assignment.set("due_at", moves.now()));
    if (!make(Move.GIVE_BACK, lease, assignments, "")) {
      return false;
    }
    moves.enqueue(lease.jobId());
    return true;
  }

  private Optional<Lease> takeLapsed(UUID jobId, Claimant claimant) {
    var job = moves.read(jobId);
    var lapsed =
        job.filter(j -> j.leaseUntil().filter(until -> !until.isAfter(moves.now())).isPresent())
            .flatMap(Job::leaseToken)
            .map(token -> new Lease(jobId, token));
    return lapsed.flatMap(
        lease ->
            anew(
                lease,
                claimant,
                new JobError(
                    ErrorCode.RUNNER_DIED,
                    "The server that ran the job gave no more sign of life.",
                    Place.UNKNOWN,
                    true),
                Optional.empty()));
  }

  private Optional<Lease> anew(
      Lease old, Claimant claimant, JobError error, Optional<String> resultKey) {
    int poison = moves.read(old.jobId()).map(Job::poison).orElse(0) + 1;
    if (poison >= settings.retry().poisonLimit()) {
      var assignments = ended(error, resultKey);
      assignments.add(Assignment.raise("poison", 1));
      make(Move.BURY, old, assignments, "poison");
      return Optional.empty();
    }
    var lease = new Lease(old.jobId(), UUID.randomUUID());
    var assignments = holding(lease, claimant);
    assignments.add(Assignment.raise("poison", 1));
    assignments.addAll(error(error));
    return make(Move.TAKE_OVER, old, assignments, error.code().name())
        ? Optional.of(lease)
        : Optional.empty();
  }

  private boolean end(Move move, Lease lease, JobError error, Optional<String> resultKey) {
    return make(move, lease, ended(error, resultKey), error.code().name());
  }

  private boolean make(Move move, Lease lease, List<Assignment> assignments, String detail) {
    return moves.make(
        new Wanted(
            move,
            lease.jobId(),
            Optional.of(lease.token()),
            Optional.empty(),
            assignments,
            "worker",
            detail));
  }

  private List<Assignment> holding(Lease lease, Claimant claimant) {
    return new ArrayList<>(
        List.of(
            Assignment.set("lease_token", lease.token()),
            Assignment.set("lease_until", until(settings.lease().length())),
            Assignment.set("lease_owner", claimant.worker()),
            Assignment.set("lease_life", claimant.life())));
  }

  private List<Assignment> ended(JobError error, Optional<String> resultKey) {
    var assignments = released();
    assignments.add(Assignment.set("finished_at", moves.now()));
    resultKey.ifPresent(key -> assignments.add(Assignment.set("result_key", key)));
    assignments.addAll(error(error));
    return assignments;
  }

  /** The row without a lease. */
  static List<Assignment> released() {
    return new ArrayList<>(
        List.of(
            Assignment.set("lease_token", null),
            Assignment.set("lease_until", null),
            Assignment.set("lease_owner", null),
            Assignment.set("lease_life", null)));
  }

  static List<Assignment> error(@Nullable JobError error) {
    return List.of(
        Assignment.set("error_code", error == null ? null : error.code()),
        Assignment.set("error_message", error == null ? null : error.message()),
        Assignment.set(
            "error_where", error == null ? null : JsonText.of(error.where().coordinates())),
        Assignment.set("error_retryable", error == null ? null : error.retryable()));
  }

  private java.time.Instant until(Duration fromNow) {
    return moves.now().plus(fromNow);
  }

  private static Sql guard(Sql sql, Lease lease) {
    return sql.text(" where state = 'RUNNING' and id = ")
        .value(lease.jobId())
        .text(" and lease_token = ")
        .value(lease.token());
  }
}
