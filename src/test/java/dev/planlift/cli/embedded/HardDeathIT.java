package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills what can be killed, as hard as the system can, in the middle of a conversion. */
class HardDeathIT {
  private static @Nullable EmbeddedServer running;
  private static @Nullable Path release;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws IOException, LaunchException {
    var settings = EmbeddedServerFixture.settings("hard-death");
    var free = settings.data().resolveSibling("release-" + UUID.randomUUID());
    release = free;
    // A job is held up in the middle until it has met its death; back-offs are short.
    var environment =
        Map.of(
            "PLANLIFT_RUNNER_JVMARGUMENTS",
            "-Dplanlift.test.faults=true,-Dplanlift.test.release=" + free,
            "PLANLIFT_RETRY_BASE",
            "1s",
            "PLANLIFT_RETRY_CAP",
            "2s",
            "PLANLIFT_INTAKE_RATELIMIT",
            "false");
    running = EmbeddedServer.start(settings.withEnvironment(environment), System.err::println);
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
    release();

    assertEndsInSuccessOnce(id);
  }

  @Test
  void aJobWhoseServerIsKilledEndsInSuccessOnce() throws Exception {
    var id = postAndMeetInMidStage();

    server().server().destroyForcibly();
    release();

    assertEndsInSuccessOnce(id);
  }

  @Test
  void aJobWhoseDatabaseIsKilledEndsInSuccessOnce() throws Exception {
    var id = postAndMeetInMidStage();

    server().database().destroyForcibly();
    release();

    assertEndsInSuccessOnce(id);
  }

  @Test
  void aJobWhoseServerAndDatabaseAreKilledTogetherEndsInSuccessOnce() throws Exception {
    var id = postAndMeetInMidStage();

    server().database().destroyForcibly();
    server().server().destroyForcibly();
    release();

    assertEndsInSuccessOnce(id);
  }

  @Test
  void drawingsPostedAtOnceAllEndInSuccessEachOnce() throws Exception {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 6; i++) {
      ids.add(probe().post(folder, "house"));
    }
    assertThat(ids).doesNotHaveDuplicates();
    for (var id : ids) {
      assertEndsInSuccessOnce(id);
    }
  }

  private String postAndMeetInMidStage() throws Exception {
    Files.deleteIfExists(Objects.requireNonNull(release));
    var id = probe().post(folder, "fault-held");
    probe().awaitStage(id, "READ");
    return id;
  }

  private static void release() throws IOException {
    Files.createFile(Objects.requireNonNull(release));
  }

  private static JobProbe probe() {
    return new JobProbe(server());
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
    assertThat(probe().awaitEnd(id)).containsEntry("state", "SUCCESS");
    assertThat(probe().moves(id)).containsOnlyOnce("SUCCEED");
    try (var client = new JobClient(server().address())) {
      assertThat(Json.number(client.report(id), "plan", "walls")).isPositive();
    }
  }
}
