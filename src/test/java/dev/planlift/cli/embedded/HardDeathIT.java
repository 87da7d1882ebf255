package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.error.RetryableError;
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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills what can be killed, as hard as the system can, in the middle of a conversion. */
class HardDeathIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String STAGE = "RECONSTRUCT";

  /** Time enough in one stage to meet it there; back-offs short enough to wait for. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PLANLIFT_RUNNER_JVMARGUMENTS",
          "-Dplanlift.test.delay." + STAGE + "=3000",
          "PLANLIFT_RETRY_BASE",
          "1s",
          "PLANLIFT_RETRY_CAP",
          "2s",
          "PLANLIFT_INTAKE_RATELIMIT",
          "false");

  private static @Nullable EmbeddedServer running;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws IOException, LaunchException {
    var settings = EmbeddedServerFixture.settings("hard-death").withEnvironment(ENVIRONMENT);
    running = EmbeddedServer.start(settings, System.err::println);
  }

  @AfterAll
  static void stopServer() {
    server().close();
  }

  private static EmbeddedServer server() {
    return Objects.requireNonNull(running);
  }

  @Test
  void aJobWhoseRunnerIsKilledEndsInSuccessOnce() throws Exception {
    var id = postAndMeetInMidStage();

    assertThat(killRunners()).isPositive();

    assertEndsInSuccessOnce(id);
  }

  @Test
  void aJobWhoseServerIsKilledEndsInSuccessOnce() throws Exception {
    var id = postAndMeetInMidStage();

    server().server().destroyForcibly();

    assertEndsInSuccessOnce(id);
  }

  @Test
  void aJobWhoseDatabaseIsKilledEndsInSuccessOnce() throws Exception {
    var id = postAndMeetInMidStage();

    server().database().destroyForcibly();

    assertEndsInSuccessOnce(id);
  }

  @Test
  void aJobWhoseServerAndDatabaseAreKilledTogetherEndsInSuccessOnce() throws Exception {
    var id = postAndMeetInMidStage();

    server().database().destroyForcibly();
    server().server().destroyForcibly();

    assertEndsInSuccessOnce(id);
  }

  @Test
  void drawingsPostedAtOnceAllEndInSuccessEachOnce() throws Exception {
    var ids = new ArrayList<String>();
    try (var client = new JobClient(server().address())) {
      for (int i = 0; i < 6; i++) {
        ids.add(Json.string(client.post(drawing()), "id"));
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    for (var id : ids) {
      assertEndsInSuccessOnce(id);
    }
  }

  private String postAndMeetInMidStage() throws Exception {
    String id;
    try (var client = new JobClient(server().address())) {
      id = Json.string(client.post(drawing()), "id");
    }
    await(id, job -> Json.string(job, "stage").equals(STAGE));
    return id;
  }

  /** The sample with bytes of its own: nothing is answered from what was converted before. */
  private Path drawing() throws IOException {
    var house = Files.readString(Path.of("samples/house.dxf"));
    return Files.writeString(
        folder.resolve(UUID.randomUUID() + ".dxf"), "999\n" + UUID.randomUUID() + "\n" + house);
  }

  private static long killRunners() {
    return server()
        .server()
        .descendants()
        .filter(process -> arguments(process).contains("dev.planlift.runner.RunnerMain"))
        .filter(ProcessHandle::destroyForcibly)
        .count();
  }

  private static List<String> arguments(ProcessHandle process) {
    return List.of(process.info().arguments().orElse(new String[0]));
  }

  private static void assertEndsInSuccessOnce(String id) throws Exception {
    var ended = await(id, job -> Json.at(job, "finishedAt").isPresent());
    assertThat(ended).containsEntry("state", "SUCCESS");
    assertThat(successes(id)).as("times it succeeded").isEqualTo(1);
    try (var client = new JobClient(server().address())) {
      assertThat(Json.number(client.report(id), "plan", "walls")).isPositive();
    }
  }

  private static int successes(String id) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                server().databaseUrl(), server().databaseUser(), server().databasePassword());
        var query =
            connection.prepareStatement(
                "select count(*) from job_audit where job_id = ?::uuid and to_state = 'SUCCESS'")) {
      query.setString(1, id);
      try (var rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getInt(1);
      }
    }
  }

  /** Asks again and again, whatever the server answers while it is down or coming up. */
  private static Map<String, @Nullable Object> await(
      String id, Predicate<Map<String, @Nullable Object>> until) throws InterruptedException {
    var deadline = Instant.now().plus(LIMIT);
    Object last = "nothing";
    while (Instant.now().isBefore(deadline)) {
      try (var client = new JobClient(server().address())) {
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
}
