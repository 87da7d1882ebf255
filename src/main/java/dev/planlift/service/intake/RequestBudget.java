package dev.planlift.service.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each client may still ask for: a bucket of tokens that starts full and fills at an even
 * rate. Remembers the clients that asked last; one forgotten starts with a full bucket, which it
 * had earned by keeping still. Thread-safe.
 */
final class RequestBudget {
  private static final int CLIENTS = 10_000;

  private final int tokens;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CLIENTS;
        }
      };

  private record Bucket(double tokens, Instant at) {}

  /**
   * What is left after a request.
   *
   * @param granted whether the request may go on
   * @param remaining whole requests that are left
   * @param until time until one more is there (where none is left), or until the bucket is full
   */
  record Left(boolean granted, int remaining, Duration until) {
    /** Whole seconds, at least one, as headers want it. */
    long waitSeconds() {
      return Math.max(1, (until.toMillis() + 999) / 1000);
    }
  }

  /**
   * A budget.
   *
   * @param tokens requests a client may make at once, and within each window
   */
  RequestBudget(int tokens, Duration window, Clock clock) {
    this.tokens = tokens;
    this.window = window;
    this.clock = clock;
  }

  /** Takes one token of the client's, if there is one. */
  Left take(String client) {
    var now = clock.instant();
    synchronized (buckets) {
      var bucket = buckets.get(client);
      double there = bucket == null ? tokens : filled(bucket, now);
      boolean granted = there >= 1;
      double after = granted ? there - 1 : there;
      buckets.put(client, new Bucket(after, now));
      double missing = after >= 1 ? tokens - after : 1 - after;
      return new Left(
          granted,
          (int) after,
          window.multipliedBy((long) (missing * 1000)).dividedBy(tokens * 1000L));
    }
  }

  private double filled(Bucket bucket, Instant now) {
    long millis = Math.max(0, Duration.between(bucket.at(), now).toMillis());
    return Math.min(tokens, bucket.tokens() + (double) tokens * millis / window.toMillis());
  }

  /** For the RateLimit-Policy header. */
  String policy(String name) {
    return "\"" + name + "\";q=" + tokens + ";w=" + window.toSeconds();
  }
}
