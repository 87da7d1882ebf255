package dev.planlift.service.deadletter;

import dev.planlift.service.job.DeadLetters;
import dev.planlift.service.job.Format;
import dev.planlift.service.queue.ParkedMessages;
import dev.planlift.service.queue.QueueName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How many dead letters there are: jobs in the database, and messages without a job. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class DeadLetterMetrics {
  private static final double MILLIS = 1000.0;
  private static final Tag JOB = new Tag("kind", "job");
  private static final Tag MESSAGE = new Tag("kind", "message");

  @Inject MetricRegistry registry;
  @Inject DeadLetters deadLetters;
  @Inject ParkedMessages messages;
  @Inject Clock clock;

  private final Map<Format, Instant> oldestMessages = new ConcurrentHashMap<>();

  void register(@Observes @Initialized(ApplicationScoped.class) Object context) {
    for (var format : Format.values()) {
      var tag = queue(format);
      registry.gauge("dlq_depth", () -> deadLetters.count(format), tag, JOB);
      registry.gauge("dlq_depth", () -> messages.count(format), tag, MESSAGE);
      registry.gauge(
          "dlq_oldest_message_age_seconds", () -> oldestAge(format).toMillis() / MILLIS, tag);
    }
  }

  /** Of the jobs as they are; of the messages as this server's last scan found them. */
  private Duration oldestAge(Format format) {
    var ofJobs = deadLetters.oldestAge(format);
    var parked = oldestMessages.get(format);
    if (parked == null || messages.count(format) == 0) {
      return ofJobs;
    }
    var ofMessages = Duration.between(parked, clock.instant());
    return ofMessages.compareTo(ofJobs) > 0 ? ofMessages : ofJobs;
  }

  /** What a scan has found; empty where there are none. */
  void oldestMessage(Format format, Optional<Instant> parked) {
    parked.ifPresentOrElse(
        since -> oldestMessages.put(format, since), () -> oldestMessages.remove(format));
  }

  void jobExpired(Format format) {
    registry.counter("dlq_expired_total", queue(format), JOB).inc();
  }

  void messageExpired(Format format) {
    registry.counter("dlq_expired_total", queue(format), MESSAGE).inc();
  }

  private static Tag queue(Format format) {
    return new Tag("queue", QueueName.deadLetters(format));
  }
}
