package dev.planlift.cli.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Future;

/** Waits until a server says of its health what is wanted. */
final class Readiness {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** Its tables are there. */
  private static final String STARTED = "/health/started";

  /** All that it needs is there: it takes work. */
  private static final String READY = "/health/ready";

  private Readiness() {}

  /**
   * Until it takes work.
   *
   * @param ended done as soon as there is no server to wait for any more
   * @param log what the server prints, shown where it does not come up
   * @throws LaunchException also where the server says why it does not start
   */
  static void await(URI address, Future<?> ended, StartLog log) throws LaunchException {
    awaitUp(address.resolve(READY), ended, log);
  }

  /** The same until it is started, which it is without a broker or a storage too. */
  static void awaitStarted(URI address, Future<?> ended, StartLog log) throws LaunchException {
    awaitUp(address.resolve(STARTED), ended, log);
  }

  private static void awaitUp(URI question, Future<?> ended, StartLog log) throws LaunchException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!isUp(question)) {
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
    return isUp(address.resolve(READY));
  }

  private static boolean isUp(URI question) {
    try {
      var connection = (HttpURLConnection) question.toURL().openConnection();
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
