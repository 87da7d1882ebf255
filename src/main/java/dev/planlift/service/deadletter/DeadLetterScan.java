package dev.planlift.service.deadletter;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.WorkerError;
import dev.planlift.service.config.Pulse;
import dev.planlift.service.config.ReprocessPolicy;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.DatabaseCall;
import dev.planlift.service.job.DeadLetters;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.Reprocessing;
import dev.planlift.service.job.Revision;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the dead letters, and through what ended jobs keep for their repetition, from time
 * to time; of all servers one at a time.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class DeadLetterScan {
  private static final Logger LOG = Logger.getLogger(DeadLetterScan.class.getName());
  private static final int BATCH = 500;
  private static final String WHO = "policy";

  @Inject DeadLetters deadLetters;
  @Inject Jobs jobs;
  @Inject Reprocessing reprocessing;
  @Inject MessageScan messages;
  @Inject DeadLetterMetrics metrics;
  @Inject ArtifactStore store;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject DeadLetterScan self;
  @Resource ManagedScheduledExecutorService executor;

  private @Nullable Pulse pulse;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    pulse =
        new Pulse("The dead letters' scan", executor, settings.deadLetters().scan(), self::scan);
  }

  @PreDestroy
  void stop() {
    if (pulse != null) {
      pulse.close();
    }
  }

  /** One scan, in one transaction; nothing happens while another server is at it. */
  @Transactional
  @DatabaseCall
  public void scan() {
    if (!deadLetters.scanAlone()) {
      return;
    }
    var policy = settings.deadLetters();
    secondChances(policy.policy()).forEach((age, codes) -> again(codes, age));
    expire(JobState.DEAD_LETTER, policy.keep());
    expire(JobState.FAILURE, policy.keepFailures());
    expireCheckpoints(settings.checkpoint().keep());
    messages.scan();
  }

  /** The error codes that have one, by how long a dead letter lies before. */
  private static Map<Duration, Set<ErrorCode>> secondChances(ReprocessPolicy policy) {
    var chances = new HashMap<Duration, Set<ErrorCode>>();
    for (var code : ErrorCode.values()) {
      policy
          .age(code)
          .ifPresent(
              age ->
                  chances
                      .computeIfAbsent(age, unused -> EnumSet.noneOf(ErrorCode.class))
                      .add(code));
    }
    return chances;
  }

  private void again(Set<ErrorCode> codes, Duration age) {
    for (var id : deadLetters.neverReprocessed(codes, before(age), BATCH)) {
      try {
        reprocessing.reprocess(id, Revision.NONE, WHO);
        LOG.log(Level.INFO, () -> "event=dead_letter_reprocessed task_id=" + id);
      } catch (WorkerError e) {
        // Somebody was faster; or it stays where it is, for the next scan.
        LOG.log(Level.WARNING, e, () -> "event=dead_letter_stays task_id=" + id);
      }
    }
  }

  private void expire(JobState state, Duration age) {
    for (var job : deadLetters.ended(state, before(age), BATCH)) {
      // Nobody looked: this is the last word on it.
      var level = Level.INFO;
      if (state == JobState.DEAD_LETTER) {
        level = Level.SEVERE;
        metrics.jobExpired(job.format());
      }
      LOG.log(level, () -> "event=task_expired task_id=" + job.id() + " state=" + state);
      jobs.delete(job.id()).forEach(store::delete);
    }
  }

  private void expireCheckpoints(Duration age) {
    for (var job : deadLetters.withCheckpoints(before(age), BATCH)) {
      deadLetters.withoutCheckpoint(job.id());
      job.checkpoint().ifPresent(checkpoint -> store.delete(checkpoint.key()));
    }
  }

  private Instant before(Duration age) {
    return clock.instant().minus(age);
  }
}
