package dev.planlift.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains a stream on a thread of its own and remembers the end of it. Thread-safe. */
final class StderrTail {
  private static final int KEPT_BYTES = 16 << 10;

  private final byte[] kept = new byte[KEPT_BYTES];
  private long seen;
  private final Thread thread;

  private StderrTail(InputStream stream) {
    thread = Thread.ofPlatform().name("runner-stderr").daemon().unstarted(() -> drain(stream));
  }

  static StderrTail of(InputStream stream) {
    var tail = new StderrTail(stream);
    tail.thread.start();
    return tail;
  }

  private void drain(InputStream stream) {
    var buffer = new byte[4096];
    try (stream) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        keep(buffer, n);
      }
    } catch (IOException e) {
      // The process was killed; what it said until then is kept.
      return;
    }
  }

  private synchronized void keep(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      kept[(int) (seen++ % KEPT_BYTES)] = buffer[i];
    }
  }

  /** The end of what was said; complete once the process is gone. */
  String text() {
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return snapshot();
  }

  private synchronized String snapshot() {
    int length = (int) Math.min(seen, KEPT_BYTES);
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = kept[(int) ((seen - length + i) % KEPT_BYTES)];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
