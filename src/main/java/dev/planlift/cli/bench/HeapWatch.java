package dev.planlift.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** Looks again and again at what a server says of its own heap and remembers the highest. */
final class HeapWatch implements AutoCloseable {
  private static final Pattern USED =
      Pattern.compile("^memory_usedHeap_bytes(?:\\{[^}]*})? ([0-9.E+]+)", Pattern.MULTILINE);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;
  private final Thread thread;
  private volatile long peakBytes;

  HeapWatch(URI server, Duration glance) {
    request = HttpRequest.newBuilder(server.resolve("/metrics?scope=base")).build();
    thread = Thread.ofVirtual().start(() -> watch(glance));
  }

  private void watch(Duration glance) {
    try {
      while (true) {
        look();
        Thread.sleep(glance);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      var used = USED.matcher(http.send(request, BodyHandlers.ofString()).body());
      if (used.find()) {
        peakBytes = Math.max(peakBytes, (long) Double.parseDouble(used.group(1)));
      }
    } catch (IOException e) {
      return; // busy; the next look tells
    }
  }

  long peakBytes() {
    return peakBytes;
  }

  @Override
  public void close() {
    thread.interrupt();
    http.close();
  }
}
