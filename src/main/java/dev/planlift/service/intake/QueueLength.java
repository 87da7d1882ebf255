package dev.planlift.service.intake;

import dev.planlift.service.job.JobSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many jobs wait, as it was a moment ago: counting takes longer the more there are, and many
 * clients ask at once. Thread-safe.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class QueueLength {
  private static final Duration BELIEVED = Duration.ofMillis(250);

  @Inject private JobSearch search;
  @Inject private Clock clock;

  private volatile Counted last = new Counted(0, Instant.EPOCH);

  private record Counted(long waiting, Instant at) {}

  long waiting() {
    var now = clock.instant();
    var known = last;
    if (Duration.between(known.at(), now).compareTo(BELIEVED) > 0) {
      known = new Counted(search.waiting(), now);
      last = known;
    }
    return known.waiting();
  }
}
