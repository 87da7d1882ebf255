package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.error.RetryableError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts jobs to a server and looks at them, through its interface and in its database. */
record JobProbe(EmbeddedServer server) {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** What no neighbour of a job may change. */
  record Row(String state, int attempt, int poison) {}

  /** A condition to be waited for. */
  interface Condition {
    boolean holds() throws IOException;
  }

  /** Posts the sample with bytes of its own: nothing is answered from what was converted before. */
  String post(Path folder, String name) throws IOException {
    var id = UUID.randomUUID();
    var house = Files.readString(Path.of("samples/house.dxf"));
    var file = folder.resolve(name + "-" + id + ".dxf");
    Files.writeString(file, "999\n" + id + "\n" + house);
    try (var client = new JobClient(server.address())) {
      return Json.string(client.post(file), "id");
    }
  }

  Map<String, @Nullable Object> awaitStage(String id, String stage) throws InterruptedException {
    return await(id, job -> Json.string(job, "stage").equals(stage));
  }

  Map<String, @Nullable Object> awaitEnd(String id) throws InterruptedException {
    return await(id, job -> Json.at(job, "finishedAt").isPresent());
  }

  /** Asks again and again, whatever the server answers while it is down or coming up. */
  Map<String, @Nullable Object> await(String id, Predicate<Map<String, @Nullable Object>> until)
      throws InterruptedException {
    var deadline = Instant.now().plus(LIMIT);
    Object last = "nothing";
    while (Instant.now().isBefore(deadline)) {
      try (var client = new JobClient(server.address())) {
        var job = client.get(id);
        last = job;
        if (until.test(job)) {
          return job;
        }
      } catch (IOException | RetryableError e) {
        last = e;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Waited in vain; last seen: " + last);
  }

  static void awaitTrue(Condition condition) throws IOException, InterruptedException {
    var deadline = Instant.now().plus(LIMIT);
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  Row row(String id) throws SQLException {
    try (var connection = connect();
        var query =
            connection.prepareStatement(
                "select state, attempt, poison from job where id = ?::uuid")) {
      query.setString(1, id);
      try (var rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return new Row(rows.getString(1), rows.getInt(2), rows.getInt(3));
      }
    }
  }

  /** How often the job's id is still to be sent. */
  int outbox(String id) throws SQLException {
    try (var connection = connect();
        var query =
            connection.prepareStatement("select count(*) from outbox where job_id = ?::uuid")) {
      query.setString(1, id);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** Every move that the job has made, in order. */
  List<String> moves(String id) throws SQLException {
    try (var connection = connect();
        var query =
            connection.prepareStatement(
                "select move from job_audit where job_id = ?::uuid order by id")) {
      query.setString(1, id);
      try (var rows = query.executeQuery()) {
        var moves = new ArrayList<String>();
        while (rows.next()) {
          moves.add(rows.getString(1));
        }
        return moves;
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        server.databaseUrl(), server.databaseUser(), server.databasePassword());
  }
}
