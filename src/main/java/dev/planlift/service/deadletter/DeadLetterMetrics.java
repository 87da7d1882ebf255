package dev.planlift.service.deadletter;

import dev.planlift.service.job.DeadLetters;
import dev.planlift.service.job.Format;
import dev.planlift.service.queue.JobQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How many dead letters there are: jobs in the database, and messages without a job. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class DeadLetterMetrics {
  private static final double MILLIS = 1000.0;

  @Inject MetricRegistry registry;
  @Inject DeadLetters deadLetters;
  @Inject JobQueue queue;

  void register(@Observes @Initialized(ApplicationScoped.class) Object context) {
    for (var format : Format.values()) {
      var name = format.name().toLowerCase(Locale.ROOT) + ".dlq";
      var tag = new Tag("queue", name);
      registry.gauge("dlq_depth", () -> deadLetters.count(format), tag, new Tag("kind", "job"));
      registry.gauge("dlq_depth", () -> queue.depth(name), tag, new Tag("kind", "message"));
      registry.gauge(
          "dlq_oldest_message_age_seconds",
          () -> deadLetters.oldestAge(format).toMillis() / MILLIS,
          tag);
    }
  }
}
