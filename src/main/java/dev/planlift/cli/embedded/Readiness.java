package dev.planlift.cli.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Future;

/** Waits until a server says at {@code /health/ready} that it takes work. */
final class Readiness {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private Readiness() {}

  /**
   * @param ended done as soon as there is no server to wait for any more
   * @param log what the server prints, shown where it does not come up
   * @throws LaunchException also where the server says why it does not start
   */
  static void await(URI address, Future<?> ended, StartLog log) throws LaunchException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!isReady(address)) {
      var failure = log.failure();
      if (failure.isPresent()) {
        throw failure.get();
      }
      if (ended.isDone() || System.nanoTime() > deadline) {
        throw LaunchException.fault(log.notUp(), null);
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
}
