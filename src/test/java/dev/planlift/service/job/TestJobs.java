package dev.planlift.service.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows in any state, as tests need them. */
@ApplicationScoped
@Transactional
@SuppressWarnings("NullAway.Init") // injected
public class TestJobs {
  @Resource(lookup = "jdbc/planlift")
  private DataSource database;

  @Inject private Jobs jobs;

  /** A job that no consumer of the test server takes. */
  public static NewJob unattended() {
    return job(Format.PDF, input());
  }

  /** The same, with results to be kept for a time. */
  public static NewJob unattended(Duration keep) {
    return job(Format.PDF, input(), Optional.of(keep), Optional.empty());
  }

  /** The same, with options. */
  public static NewJob unattended(Map<String, String> options) {
    return job(Format.PDF, input(), options, Optional.empty(), Optional.empty());
  }

  /** A job that repeats another one. */
  public static NewJob repetition(String inputKey, Repetition repeats) {
    return job(Format.DXF, inputKey, Optional.empty(), Optional.of(repeats));
  }

  public static NewJob job(Format format, String inputKey) {
    return job(format, inputKey, Optional.empty(), Optional.empty());
  }

  private static String input() {
    return "inputs/none-" + UUID.randomUUID();
  }

  private static NewJob job(
      Format format, String inputKey, Optional<Duration> keep, Optional<Repetition> repeats) {
    return job(format, inputKey, Map.of(), keep, repeats);
  }

  private static NewJob job(
      Format format,
      String inputKey,
      Map<String, String> options,
      Optional<Duration> keep,
      Optional<Repetition> repeats) {
    return new NewJob(
        UUID.randomUUID(),
        "Plan " + format,
        format,
        Priority.LOW,
        options,
        "{\"from\":\"test\"}",
        Optional.empty(),
        inputKey,
        "00",
        1,
        Optional.empty(),
        keep,
        repeats);
  }

  /** Puts a row into a state without any move; a running one gets a lease that lapsed long ago. */
  public Lease force(UUID jobId, JobState state) {
    var token = UUID.randomUUID();
    boolean running = state == JobState.RUNNING;
    new Sql("update job set state = ")
        .value(state)
        .text(", attempt = 1, lease_token = ")
        .value(running ? token : null)
        .text(", lease_until = " + (running ? "now() - interval '1 hour'" : "null"))
        .text(" where id = ")
        .value(jobId)
        .execute(database);
    return new Lease(jobId, token);
  }

  /** Accepts a job as a newer version would, for servers of at least some number. */
  public void accept(NewJob asked, int needs) {
    jobs.accept(asked);
    need(asked.id(), needs);
  }

  /** Makes a job need what only a server of some number knows; 0: any. */
  public void need(UUID jobId, int number) {
    new Sql("update job set needs = ")
        .value(number)
        .text(" where id = ")
        .value(jobId)
        .execute(database);
  }

  /** Makes a lease look as if it had lapsed. */
  public void lapse(UUID jobId) {
    new Sql("update job set lease_until = now() - interval '1 hour' where id = ")
        .value(jobId)
        .execute(database);
  }

  /** Makes a job look as if it had ended some time ago: {@code 6 minutes}. */
  public void ended(UUID jobId, String ago) {
    new Sql("update job set finished_at = now() - interval '" + ago + "' where id = ")
        .value(jobId)
        .execute(database);
  }

  /** Makes a row look as if nothing had changed it for an hour. */
  public void age(UUID jobId) {
    new Sql("update job set updated_at = now() - interval '1 hour' where id = ")
        .value(jobId)
        .execute(database);
  }

  /** A server that is registered, but whose lock nobody holds. */
  public void deadServer(UUID life) {
    new Sql("insert into server_life (id, lock_key, worker, started_at) values (")
        .value(life)
        .text(", ")
        .value(life.hashCode())
        .text(", 'dead', now())")
        .execute(database);
  }

  public long count(String table, UUID jobId) {
    var column = table.equals("job") ? "id" : "job_id";
    var rows =
        new Sql("select count(*), 1 from " + table + " where " + column + " = ")
            .value(jobId)
            .rows(database);
    return ((Number) rows.getFirst()[0]).longValue();
  }

  /** Every move of a job in order: its name, from, to and detail. */
  public List<String> moves(UUID jobId) {
    return new Sql("select move, from_state, to_state, detail from job_audit where job_id = ")
        .value(jobId).text(" order by id").rows(database).stream()
            .map(row -> row[0] + " " + row[1] + " " + row[2] + " " + row[3])
            .toList();
  }

  /** Makes a result look as if nobody had read it for its time. */
  public void age(String folder) {
    new Sql("update result set keep_until = now() - interval '1 second' where folder = ")
        .value(folder)
        .execute(database);
  }

  public long keptSeconds(String folder) {
    return number(new Sql("select keep_seconds, 1 from result where folder = ").value(folder));
  }

  /** Another one after every write. */
  public long versionOfResult(String folder) {
    var xmin = new Sql("select cast(cast(xmin as text) as bigint), 1 from result where folder = ");
    return number(xmin.value(folder));
  }

  public long resultsOf(ResultKey key) {
    return number(new Sql("select count(*), 1 from result where key = ").value(key.text()));
  }

  /** Jobs that ended well and point to what is no result. */
  public long danglingJobs() {
    return number(
        new Sql("select count(*), 1 from job where state = 'SUCCESS' and result_key is not null")
            .text(" and not exists (select 1 from result where folder = result_key)"));
  }

  public void endedLongAgo(UUID jobId) {
    new Sql("update job set finished_at = now() - interval '1 year' where id = ")
        .value(jobId)
        .execute(database);
  }

  public void expiredLongAgo(UUID jobId) {
    new Sql("update job set expired_at = now() - interval '1 year' where id = ")
        .value(jobId)
        .execute(database);
  }

  /** Whether somebody waits in the database for what somebody else holds. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean somebodyWaits() {
    return number(
            new Sql("select count(*), 1 from pg_stat_activity where wait_event_type = 'Lock'"))
        > 0;
  }

  private long number(Sql sql) {
    return ((Number) sql.rows(database).getFirst()[0]).longValue();
  }
}
