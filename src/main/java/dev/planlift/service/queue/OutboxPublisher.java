package dev.planlift.service.queue;

import dev.planlift.service.config.Pulse;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Outbox;
import dev.planlift.service.job.OutboxFilled;
import dev.planlift.service.queue.JobQueue.Nudge;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Empties the outbox into the queues: at once when a transaction that filled it has been committed,
 * and by a sweep for what a crash left. Rows go only after their ids are safe with the broker.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class OutboxPublisher {
  @Inject Outbox outbox;
  @Inject JobQueue queue;
  @Inject Settings settings;
  @Resource ManagedScheduledExecutorService executor;

  private volatile @Nullable Pulse pulse;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    pulse = new Pulse("The outbox", executor, settings.outbox().sweep(), this::publish);
  }

  void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxFilled filled) {
    var beating = pulse;
    if (beating != null) {
      beating.nudge();
    }
  }

  @PreDestroy
  void stop() {
    var beating = pulse;
    if (beating != null) {
      beating.close();
    }
  }

  /** Sends until nothing is left. */
  void publish() {
    while (true) {
      var entries = outbox.take(settings.outbox().batch());
      if (entries.isEmpty()) {
        return;
      }
      boolean sent = false;
      try {
        queue.send(
            entries.stream()
                .map(
                    entry ->
                        new Nudge(entry.jobId(), new QueueName(entry.format(), entry.priority())))
                .toList());
        sent = true;
      } finally {
        if (!sent) {
          // For the next sweep: the hold is for what a dead server had taken.
          outbox.giveBack(entries);
        }
      }
      outbox.sent(entries);
    }
  }
}
