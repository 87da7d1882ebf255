package dev.planlift.service.deadletter;

import static java.util.Comparator.naturalOrder;

import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.DatabaseCall;
import dev.planlift.service.job.DeadLetters;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.JobSearch;
import dev.planlift.service.queue.JobQueue;
import dev.planlift.service.queue.ParkedMessage;
import dev.planlift.service.queue.ParkedMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Goes through the messages that have no job. */
@ApplicationScoped
@Transactional
@DatabaseCall
@SuppressWarnings("NullAway.Init") // injected
class MessageScan {
  private static final Logger LOG = Logger.getLogger(MessageScan.class.getName());

  @Inject DeadLetters deadLetters;
  @Inject JobSearch search;
  @Inject ParkedMessages messages;
  @Inject JobQueue queue;
  @Inject DeadLetterMetrics metrics;
  @Inject Settings settings;
  @Inject Clock clock;

  /** One look at each dead-letter queue; a broker that does not answer is left for the next. */
  void scan() {
    deadLetters.lookAlone();
    var oldest = clock.instant().minus(settings.deadLetters().keep());
    try {
      for (var format : Format.values()) {
        var left = new ArrayList<Instant>();
        for (var message : messages.list(format)) {
          look(message, oldest).ifPresent(left::add);
        }
        metrics.oldestMessage(format, left.stream().min(naturalOrder()));
      }
    } catch (RetryableError e) {
      LOG.log(Level.WARNING, "The broker's dead letters are left for the next scan", e);
    }
  }

  /** Since when it is there, where it stays. */
  private Optional<Instant> look(ParkedMessage message, Instant oldest) {
    if (hasJob(message)) {
      // The row is the truth, and the reaper sees to it that the job goes on.
      messages.remove(message.format(), message.id());
      return Optional.empty();
    }
    if (message.since().isEmpty()) {
      // The broker laid it there, with no time on it. Twice there is better than lost.
      queue.park(message.format(), message.text(), message.reason(), message.why());
      messages.remove(message.format(), message.id());
      return Optional.of(clock.instant());
    }
    if (message.since().get().isBefore(oldest)) {
      metrics.messageExpired(message.format());
      LOG.log(Level.SEVERE, () -> "event=message_expired message_id=" + message.id());
      messages.remove(message.format(), message.id());
      return Optional.empty();
    }
    return message.since();
  }

  private boolean hasJob(ParkedMessage message) {
    return message.taskId().filter(id -> search.versions(Set.of(id)).containsKey(id)).isPresent();
  }
}
