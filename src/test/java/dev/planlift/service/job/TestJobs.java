package dev.planlift.service.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows in any state, as tests need them. */
@ApplicationScoped
@Transactional
@SuppressWarnings("NullAway.Init") // injected
public class TestJobs {
  @PersistenceContext private EntityManager database;

  /** A job that no consumer of the test server takes. */
  public static NewJob unattended() {
    return job(Format.PDF, "inputs/none");
  }

  /** A job that repeats another one. */
  public static NewJob repetition(String inputKey, Repetition repeats) {
    return job(Format.DXF, inputKey, Optional.of(repeats));
  }

  public static NewJob job(Format format, String inputKey) {
    return job(format, inputKey, Optional.empty());
  }

  private static NewJob job(Format format, String inputKey, Optional<Repetition> repeats) {
    return new NewJob(
        UUID.randomUUID(),
        "Plan " + format,
        format,
        Priority.LOW,
        Map.of(),
        "{\"from\":\"test\"}",
        Optional.empty(),
        inputKey,
        "00",
        1,
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

  /** Makes a lease look as if it had lapsed. */
  public void lapse(UUID jobId) {
    new Sql("update job set lease_until = now() - interval '1 hour' where id = ")
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
}
