package dev.planlift.cli.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.cli.embedded.EmbeddedServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** What became of all the jobs that a test's own server has taken, printed as the proofs do. */
public final class Reckoning {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final String COUNT =
      """
      select count(*),
        count(*) filter (where state = 'SUCCESS'),
        count(*) filter (where state = 'FAILURE'),
        count(*) filter (where state = 'DEAD_LETTER'),
        count(*) filter (where finished_at is null),
        count(*) filter (where ends > 1 or begins <> 1),
        coalesce(sum(attempt), 0)
      from (
        select job.id, job.state, job.finished_at, job.attempt,
          count(*) filter (where to_state in ('SUCCESS', 'FAILURE', 'CANCELLED')) as ends,
          count(*) filter (where move = 'ACCEPT') as begins
        from job join job_audit on job_audit.job_id = job.id group by job.id) as jobs
      """;

  private Reckoning() {}

  /** Waits for jobs that are at it, and asserts that each has ended once. */
  public static void assertEachEndedOnce(String what, EmbeddedServer server)
      throws SQLException, InterruptedException {
    var deadline = Instant.now().plus(LIMIT);
    var tally = tally(server);
    while (tally.lost() > 0 && Instant.now().isBefore(deadline)) {
      Thread.sleep(200);
      tally = tally(server);
    }
    System.err.println(what + ": " + tally);
    assertThat(tally.accepted()).isPositive();
    assertThat(tally.isClean()).as(tally.toString()).isTrue();
  }

  private static Tally tally(EmbeddedServer server) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                server.databaseUrl(), server.databaseUser(), server.databasePassword());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(COUNT)) {
      rows.next();
      return new Tally(
          rows.getInt(1),
          rows.getInt(2),
          rows.getInt(3),
          rows.getInt(4),
          rows.getInt(5),
          rows.getInt(6),
          rows.getLong(7));
    }
  }
}
