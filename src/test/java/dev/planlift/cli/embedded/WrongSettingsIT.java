package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told what cannot be does not start, and says why. */
class WrongSettingsIT {
  private static final Duration OPENS_WITHIN = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void theLauncherEndsWithTheSentence() throws Exception {
    Files.writeString(folder.resolve("planlift.properties"), "planlift.reaper.swep=1s\n");
    var ended = serve("embedded", Map.of("PLANLIFT_RETRY_BAS", "3s", "PLANLIFT_DXF_HEAP", "2 GB"));
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors())
        .contains(
            "PLANLIFT_RETRY_BAS of the environment is no setting; the nearest is"
                + " PLANLIFT_RETRY_BASE",
            "planlift.reaper.swep is no setting; the nearest is planlift.reaper.sweep",
            "planlift.dxf.heap: '2 GB' is no size; write 4096, 64KiB, 100MiB or 2GiB");
  }

  @Test
  void soItDoesInProduction() throws Exception {
    var ended =
        serve(
            "production",
            Map.of(
                "PLANLIFT_DB_URL", "jdbc:postgresql://127.0.0.1:1/none",
                "PLANLIFT_DB_USER", "nobody",
                "PLANLIFT_DB_PASSWORD", "none",
                "PLANLIFT_AMQP_URIS", "amqp://127.0.0.1:1",
                "PLANLIFT_AMQP_USER", "nobody",
                "PLANLIFT_AMQP_PASSWORD", "none",
                "PLANLIFT_LEASE_WATCH", "1h"));
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors()).contains("planlift.lease: watch is not longer than heartbeat");
  }

  @Test
  void aServerWithoutLauncherSaysSoByItsHealth() throws Exception {
    var settings = EmbeddedServerFixture.settings("wrong-settings");
    var data = DataFolder.open(folder.resolve("data"));
    var ground =
        Ground.prepare(settings.withEnvironment(Map.of("PLANLIFT_RETRY_RETRIES", "many")), data);
    try (data;
        var database = ground.startDatabase();
        var liberty = ground.startLiberty()) {
      var log = liberty.log();
      while (log.failure().isEmpty() && liberty.process().isAlive()) {
        Thread.sleep(100);
      }
      assertThat(log.failure().orElseThrow())
          .hasMessage("Settings are wrong: planlift.retry.retries: 'many' is no whole number.");
      var address = URI.create("http://127.0.0.1:" + ground.httpPort());
      assertThat(status(address.resolve("/health/started"))).isEqualTo(503);
      assertThat(status(address.resolve("/health/ready"))).isEqualTo(503);
      assertThat(database.process().isAlive()).isTrue();
    }
  }

  /** Of a server whose port may open only after it has told why it does not start. */
  private static int status(URI address) throws IOException, InterruptedException {
    var deadline = Instant.now().plus(OPENS_WITHIN);
    while (true) {
      try {
        return ((HttpURLConnection) address.toURL().openConnection()).getResponseCode();
      } catch (ConnectException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  /** What the command line says of such settings, and how it ends. */
  private ServeProcess.Ended serve(String profile, Map<String, String> environment)
      throws Exception {
    try (var process = ServeProcess.start(profile, folder, environment)) {
      return process.awaitEnd();
    }
  }
}
