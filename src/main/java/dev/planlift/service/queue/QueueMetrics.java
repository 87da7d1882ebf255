package dev.planlift.service.queue;

import dev.planlift.service.job.JobSearch;
import dev.planlift.service.job.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What waits, asked of the database when somebody looks: the rows are the truth. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class QueueMetrics {
  private static final double MILLIS = 1000.0;

  @Inject MetricRegistry registry;
  @Inject JobSearch search;
  @Inject Outbox outbox;

  void register(@Observes @Initialized(ApplicationScoped.class) Object context) {
    for (var queue : QueueName.all()) {
      registry.gauge(
          "queue_depth",
          () -> search.waiting(queue.format(), queue.priority()),
          new Tag("queue", queue.toString()));
    }
    registry.gauge(
        "outbox_oldest_age_seconds",
        () -> outbox.oldestAge().orElse(Duration.ZERO).toMillis() / MILLIS);
  }
}
