package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    var first = EmbeddedServer.start(with(settings, true), System.err::println);
    String finishing;
    String endless;
    var probe = new JobProbe(first);
    try (var client = new JobClient(first.address())) {
      endless = probe.post(folder, "fault-slow");
      probe.awaitStage(endless, "READ");
      var waiting = CompletableFuture.supplyAsync(() -> waitLong(client, endless));
      finishing = probe.post(folder, "house");
      probe.awaitStage(finishing, "RECONSTRUCT");

      var asked = Instant.now();
      first.close();

      var took = Duration.between(asked, Instant.now());
      System.err.println("Stopped after " + took.toMillis() + " ms");
      assertThat(waiting.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).containsEntry("id", endless);
    } finally {
      first.close();
    }
    Consumer<String> said = System.err::println;
    try (var server = EmbeddedServer.start(with(settings, false), said)) {
      var again = new JobProbe(server);
      again.awaitEnd(endless);
      assertThat(again.moves(finishing)).containsExactly("ACCEPT", "CLAIM", "SUCCEED");
      assertThat(again.moves(endless))
          .containsExactly("ACCEPT", "CLAIM", "GIVE_BACK", "CLAIM", "SUCCEED");
      assertThat(again.row(endless)).isEqualTo(new JobProbe.Row("SUCCESS", 1, 0));
    }
  }

  /** The drain is long enough for one job and too short for the other. */
  private static EmbeddedSettings with(EmbeddedSettings settings, boolean faults) {
    return settings.withEnvironment(
        Map.of(
            "PLANLIFT_RUNNER_JVMARGUMENTS",
            "-Dplanlift.test.delay.RECONSTRUCT=1500,-Dplanlift.test.faults=" + faults,
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
}
