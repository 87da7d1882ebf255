package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that harm the process they run in, beside jobs that do not. */
class RunnerFaultsIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Duration HARD = Duration.ofSeconds(40);

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PLANLIFT_RUNNER_JVMARGUMENTS",
          "-Dplanlift.test.faults=true,-Dplanlift.test.delay.RECONSTRUCT=500",
          "PLANLIFT_DXF_CONCURRENCY",
          "3",
          "PLANLIFT_DXF_HEAP",
          "256MiB",
          "PLANLIFT_DXF_SOFT",
          "25s",
          "PLANLIFT_DXF_HARD",
          HARD.toSeconds() + "s",
          "PLANLIFT_INTAKE_RATELIMIT",
          "false");

  private static @Nullable EmbeddedServer running;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws IOException, LaunchException {
    var settings = EmbeddedServerFixture.settings("runner-faults").withEnvironment(ENVIRONMENT);
    running = EmbeddedServer.start(settings, System.err::println);
  }

  @AfterAll
  static void stopServer() {
    server().close();
  }

  private static EmbeddedServer server() {
    return Objects.requireNonNull(running);
  }

  @ParameterizedTest
  @CsvSource({
    "fault-memory, OUT_OF_MEMORY, 3, OutOfMemoryError",
    "fault-exit, RUNNER_DIED, 42, process was its own",
    "fault-crash, RUNNER_DIED, 1, SIGSEGV"
  })
  void aJobThatKillsItsRunnerIsADeadLetterAfterThreeAndHarmsNobody(
      String fault, String code, int exitCode, String said) throws Exception {
    var neighbours = List.of(post("before"), post("beside"));
    var id = post(fault);
    var later = post("after");

    var dead = awaitEnd(id);

    assertThat(dead).containsEntry("state", "DEAD_LETTER");
    assertThat(Json.string(dead, "error", "code")).isEqualTo(code);
    assertThat(row(id)).isEqualTo(new Row("DEAD_LETTER", 1, 3));
    assertThat(moves(id)).containsExactly("ACCEPT", "CLAIM", "TAKE_OVER", "TAKE_OVER", "BURY");
    try (var client = new JobClient(server().address())) {
      var report = client.report(id);
      assertThat(Json.string(report, "error", "code")).isEqualTo(code);
      assertThat(Json.number(report, "runner", "exitCode")).isEqualTo(exitCode);
      assertThat(report.get("runner")).asString().contains(said);
    }
    for (var neighbour : neighbours) {
      awaitEnd(neighbour);
      assertThat(row(neighbour)).isEqualTo(new Row("SUCCESS", 1, 0));
    }
    awaitEnd(later);
    assertThat(row(later)).isEqualTo(new Row("SUCCESS", 1, 0));
  }

  @Test
  void aLoopThatHeedsNothingIsKilledAtTheHardLimitAndHarmsNobody() throws Exception {
    var id = post("fault-loop");
    var neighbour = post("beside");

    var dead = awaitEnd(id);

    assertThat(row(id)).isEqualTo(new Row("DEAD_LETTER", 1, 0));
    assertThat(Json.string(dead, "error", "code")).isEqualTo("TIMEOUT_ERROR");
    assertThat(Json.string(dead, "error", "message")).contains(HARD.toSeconds() + " seconds");
    awaitEnd(neighbour);
    assertThat(row(neighbour)).isEqualTo(new Row("SUCCESS", 1, 0));
  }

  @Test
  void workThatHeedsTheSoftLimitEndsThereAndItsRunnerLivesOn() throws Exception {
    var id = post("fault-slow");
    await(id, job -> Json.string(job, "state").equals("RUNNING"));
    var before = runners();

    var dead = awaitEnd(id);

    assertThat(Json.string(dead, "error", "code")).isEqualTo("TIMEOUT_ERROR");
    assertThat(Json.string(dead, "error", "message")).doesNotContain("seconds");
    assertThat(runners()).containsAll(before);
  }

  @Test
  void aRunningJobThatIsCancelledGivesItsRunnerUpThoughItHeedsNothing() throws Exception {
    var id = post("fault-loop");
    await(id, job -> Json.string(job, "stage").equals("READ"));
    var before = runners();

    var asked = Instant.now();
    cancel(id);

    awaitTrue(() -> !runners().containsAll(before));
    System.err.println(
        "Cancelled work had ended after "
            + Duration.between(asked, Instant.now()).toMillis()
            + " ms");
    assertThat(row(id)).isEqualTo(new Row("CANCELLED", 1, 0));
  }

  private static Set<Long> runners() {
    return server()
        .server()
        .descendants()
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(List::of)
                    .orElse(List.of())
                    .contains("dev.planlift.runner.RunnerMain"))
        .map(ProcessHandle::pid)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String post(String name) throws IOException {
    var house = Files.readString(Path.of("samples/house.dxf"));
    var file = folder.resolve(name + "-" + UUID.randomUUID() + ".dxf");
    Files.writeString(file, "999\n" + UUID.randomUUID() + "\n" + house);
    try (var client = new JobClient(server().address())) {
      return Json.string(client.post(file), "id");
    }
  }

  private static void cancel(String id) throws Exception {
    var address = URI.create(server().address() + "api/v1/jobs/" + id + "/cancel");
    var request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody());
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }
  }

  /** What no neighbour may change. */
  private record Row(String state, int attempt, int poison) {}

  private static Row row(String id) throws SQLException {
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

  private static List<String> moves(String id) throws SQLException {
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

  private static java.sql.Connection connect() throws SQLException {
    return DriverManager.getConnection(
        server().databaseUrl(), server().databaseUser(), server().databasePassword());
  }

  private static Map<String, @Nullable Object> awaitEnd(String id) throws Exception {
    return await(id, job -> Json.at(job, "finishedAt").isPresent());
  }

  private static Map<String, @Nullable Object> await(
      String id, Predicate<Map<String, @Nullable Object>> until) throws Exception {
    try (var client = new JobClient(server().address())) {
      var last = new ArrayList<Map<String, @Nullable Object>>();
      awaitTrue(
          () -> {
            last.add(client.get(id));
            return until.test(last.getLast());
          });
      return last.getLast();
    }
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void awaitTrue(Condition condition) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
