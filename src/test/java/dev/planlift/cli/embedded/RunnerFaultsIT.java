package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.cli.bench.chaos.Reckoning;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
  private static final Duration HARD = Duration.ofSeconds(25);

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PLANLIFT_RUNNER_JVMARGUMENTS",
          "-Dplanlift.test.faults=true,-Dplanlift.test.delay.RECONSTRUCT=500",
          "PLANLIFT_DXF_CONCURRENCY",
          "3",
          "PLANLIFT_DXF_HEAP",
          "256MiB",
          "PLANLIFT_DXF_SOFT",
          "15s",
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
  static void stopServer() throws Exception {
    try (var server = server()) {
      Reckoning.assertEachEndedOnce("Jobs that harm their process", server);
    }
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
    var neighbours = List.of(probe().post(folder, "before"), probe().post(folder, "beside"));
    var id = probe().post(folder, fault);
    var later = probe().post(folder, "after");

    var dead = probe().awaitEnd(id);

    assertThat(dead).containsEntry("state", "DEAD_LETTER");
    assertThat(Json.string(dead, "error", "code")).isEqualTo(code);
    assertThat(probe().row(id)).isEqualTo(new JobProbe.Row("DEAD_LETTER", 1, 3));
    assertThat(probe().moves(id))
        .containsExactly("ACCEPT", "CLAIM", "TAKE_OVER", "TAKE_OVER", "BURY");
    try (var client = new JobClient(server().address())) {
      var report = client.report(id);
      assertThat(Json.string(report, "error", "code")).isEqualTo(code);
      assertThat(Json.number(report, "runner", "exitCode")).isEqualTo(exitCode);
      assertThat(report.get("runner")).asString().contains(said);
    }
    for (var neighbour : neighbours) {
      probe().awaitEnd(neighbour);
      assertThat(probe().row(neighbour)).isEqualTo(new JobProbe.Row("SUCCESS", 1, 0));
    }
    probe().awaitEnd(later);
    assertThat(probe().row(later)).isEqualTo(new JobProbe.Row("SUCCESS", 1, 0));
  }

  @Test
  void workEndsAtTheSoftLimitWhichItHeedsOrIsKilledAtTheHardOneAndHarmsNobody() throws Exception {
    var slow = probe().post(folder, "fault-slow");
    probe().awaitStage(slow, "READ");
    var loop = probe().post(folder, "fault-loop");
    var neighbour = probe().post(folder, "beside");
    probe().awaitStage(loop, "READ");
    var before = runners();

    var asked = probe().awaitEnd(slow);

    assertThat(Json.string(asked, "error", "code")).isEqualTo("TIMEOUT_ERROR");
    assertThat(Json.string(asked, "error", "message")).doesNotContain("seconds");
    assertThat(runners()).as("nobody was killed yet").containsAll(before);

    var dead = probe().awaitEnd(loop);

    assertThat(probe().row(loop)).isEqualTo(new JobProbe.Row("DEAD_LETTER", 1, 0));
    assertThat(Json.string(dead, "error", "code")).isEqualTo("TIMEOUT_ERROR");
    assertThat(Json.string(dead, "error", "message")).contains(HARD.toSeconds() + " seconds");
    probe().awaitEnd(neighbour);
    assertThat(probe().row(neighbour)).isEqualTo(new JobProbe.Row("SUCCESS", 1, 0));
  }

  @Test
  void aRunningJobThatIsCancelledGivesItsRunnerUpThoughItHeedsNothing() throws Exception {
    var id = probe().post(folder, "fault-loop");
    probe().awaitStage(id, "READ");
    var before = runners();

    var asked = Instant.now();
    cancel(id);

    JobProbe.awaitTrue(() -> !runners().containsAll(before));
    System.err.println(
        "Cancelled work had ended after "
            + Duration.between(asked, Instant.now()).toMillis()
            + " ms");
    assertThat(probe().row(id)).isEqualTo(new JobProbe.Row("CANCELLED", 1, 0));
  }

  private static JobProbe probe() {
    return new JobProbe(server());
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

  private static void cancel(String id) throws Exception {
    var address = URI.create(server().address() + "api/v1/jobs/" + id + "/cancel");
    var request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody());
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }
  }
}
