package dev.planlift.cli.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Waits until a server says at {@code /health/ready} that it takes work. */
final class Readiness {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int TAIL_LINES = 5;
  private static final int TAIL_CHARACTERS = 300;
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\":\"((?:[^\"\\\\]++|\\\\.){0,500})");

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

  /** The last errors in the log, or where it names none its last lines. */
  private static String tail(Path log) {
    try {
      var lines = Files.readAllLines(log);
      var errors = lines.stream().filter(line -> line.contains("\"ERROR\"")).toList();
      var told = errors.isEmpty() ? lines : errors;
      return told.subList(Math.max(0, told.size() - TAIL_LINES), told.size()).stream()
          .map(Readiness::message)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "";
    }
  }

  /** The server's log is JSON, most of it not for people. */
  private static String message(String line) {
    var message = MESSAGE.matcher(line);
    var text = message.find() ? message.group(1) : line;
    return "  " + text.substring(0, Math.min(text.length(), TAIL_CHARACTERS));
  }
}
