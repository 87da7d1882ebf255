package dev.planlift.service.deadletter;

import dev.planlift.service.job.DeadLetters;
import dev.planlift.service.job.Format;
import dev.planlift.service.queue.ParkedMessages;
import dev.planlift.service.queue.QueueName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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

  void register(@Observes @Initialized(ApplicationScoped.class) Object context) {
    for (var format : Format.values()) {
      var tag = queue(format);
      registry.gauge("dlq_depth", () -> deadLetters.count(format), tag, JOB);
      registry.gauge("dlq_depth", () -> messages.count(format), tag, MESSAGE);
      registry.gauge(
          "dlq_oldest_message_age_seconds",
          () -> deadLetters.oldestAge(format).toMillis() / MILLIS,
          tag);
    }
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
