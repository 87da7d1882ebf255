package dev.planlift.cli.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

/** Waits until a server says at {@code /health/ready} that it takes work. */
final class Readiness {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int TAIL_LINES = 15;

  private Readiness() {}

  /**
   * @param ended done as soon as there is no server to wait for any more
   * @param log what the server prints, shown where it does not come up
   */
  static void await(URI address, Future<?> ended, Path log) throws LaunchException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!isReady(address)) {
      if (ended.isDone() || System.nanoTime() > deadline) {
        throw LaunchException.fault(
            "The server does not come up (%s):%n%s".formatted(log, tail(log)), null);
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw LaunchException.fault("Interrupted", e);
      }
    }
  }

  static boolean isReady(URI address) {
    try {
      var connection =
          (HttpURLConnection) address.resolve("/health/ready").toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false; // nobody listens yet
    }
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
