package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to end, by SIGTERM, while it works and while clients wait. */
class GracefulStopIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir Path folder;

  @Test
  void whatRunsFinishesOrIsGivenBackAndWhoWaitsIsAnswered() throws Exception {
    var settings = EmbeddedServerFixture.settings("graceful-stop");
    var first = EmbeddedServer.start(with(settings, "faults"), System.err::println);
    String finishing;
    String endless;
    try (var client = new JobClient(first.address())) {
      endless = post(client, "fault-slow");
      finishing = post(client, "house");
      awaitStage(client, endless, "READ");
      awaitStage(client, finishing, "RECONSTRUCT");
      var waiting = CompletableFuture.supplyAsync(() -> waitLong(client, endless));

      var asked = Instant.now();
      first.close();

      var took = Duration.between(asked, Instant.now());
      System.err.println("Stopped after " + took.toMillis() + " ms");
      assertThat(waiting.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).containsEntry("id", endless);
    } finally {
      first.close();
    }
    try (var server = EmbeddedServer.start(with(settings, "no-faults"), System.err::println);
        var client = new JobClient(server.address())) {
      awaitEnd(client, endless);
      assertThat(moves(server, finishing)).containsExactly("ACCEPT", "CLAIM", "SUCCEED");
      assertThat(moves(server, endless))
          .containsExactly("ACCEPT", "CLAIM", "GIVE_BACK", "CLAIM", "SUCCEED");
      assertThat(Json.number(client.get(endless), "attempt")).isEqualTo(1);
    }
  }

  /** The drain is long enough for one job and too short for the other. */
  private static EmbeddedSettings with(EmbeddedSettings settings, String faults) {
    return settings.withEnvironment(
        Map.of(
            "PLANLIFT_RUNNER_JVMARGUMENTS",
            "-Dplanlift.test.delay.RECONSTRUCT=1500,-Dplanlift.test.faults="
                + faults.equals("faults"),
            "PLANLIFT_INTAKE_RATELIMIT",
            "false",
            "PLANLIFT_RUNNER_DRAIN",
            "8s",
            "PLANLIFT_DXF_CONCURRENCY",
            "2"));
  }

  private static Map<String, @Nullable Object> waitLong(JobClient client, String id) {
    try {
      return client.await(id, Duration.ofSeconds(60));
    } catch (IOException e) {
      throw new IllegalStateException("The wait was cut", e);
    }
  }

  private String post(JobClient client, String name) throws IOException {
    var house = Files.readString(Path.of("samples/house.dxf"));
    var file = folder.resolve(name + ".dxf");
    Files.writeString(file, "999\n" + UUID.randomUUID() + "\n" + house);
    return Json.string(client.post(file), "id");
  }

  private static void awaitStage(JobClient client, String id, String stage) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    while (!Json.string(client.get(id), "stage").equals(stage)) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  private static void awaitEnd(JobClient client, String id) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    while (Json.at(client.get(id), "finishedAt").isEmpty()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  private static List<String> moves(EmbeddedServer server, String id) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                server.databaseUrl(), server.databaseUser(), server.databasePassword());
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
}
