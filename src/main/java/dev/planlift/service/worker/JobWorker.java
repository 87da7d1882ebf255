package dev.planlift.service.worker;

import dev.planlift.service.job.Format;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.Lease;
import dev.planlift.service.job.Leases;
import dev.planlift.service.job.Outbox;
import dev.planlift.service.job.Overdue;
import dev.planlift.service.queue.QueueName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a consumer does with an id: wait for a place, claim the job, and see it to an end. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class JobWorker {
  private static final Logger LOG = Logger.getLogger(JobWorker.class.getName());

  @Inject Jobs jobs;
  @Inject Leases leases;
  @Inject RunnerPools pools;
  @Inject ServerLife life;
  @Inject Attempts attempts;
  @Inject WorkerMetrics metrics;
  @Inject Drain drain;
  @Inject Outbox outbox;
  @Inject Overdue overdue;
  @Inject Clock clock;

  /**
   * Returns when the job's end, or its next start, is committed; or at once when there is nothing
   * to do, as it is taken, has ended, is not due, or is a newer server's.
   */
  public void work(UUID jobId) throws InterruptedException {
    var job = jobs.find(jobId);
    if (job.isEmpty() || job.get().state().isTerminal()) {
      return;
    }
    if (job.get().needsNewerServer()) {
      LOG.info(() -> "event=task_left task_id=" + jobId + " It needs a newer version.");
      overdue.leave(jobId);
      return;
    }
    var pool = pools.of(job.get().format());
    pool.enter(job.get().priority());
    try {
      if (drain.begun()) {
        outbox.add(jobId);
        return;
      }
      // Read anew: while it waited for its place, the job may have been cancelled.
      var lease = leases.claim(jobId, life.claimant());
      if (lease.isPresent()) {
        run(lease.get(), job.get());
      }
    } finally {
      pool.leave();
    }
  }

  /** One attempt after another as long as the job's runner dies and it is not yet poison. */
  private void run(Lease first, Job queued) {
    var started = clock.instant();
    Format format = queued.format();
    metrics.waited(
        queued,
        new QueueName(format, queued.priority()).toString(),
        Duration.between(queued.dueAt(), started));
    metrics.begun(format);
    try {
      var lease = Optional.of(first);
      while (lease.isPresent()) {
        lease = attempts.run(lease.get());
      }
    } finally {
      var took = Duration.between(started, clock.instant());
      var end = jobs.find(queued.id());
      metrics.ended(format, end.map(Job::state).orElse(JobState.CANCELLED), took);
      end.ifPresent(job -> log(job, took));
    }
  }

  private static void log(Job job, Duration took) {
    var error = job.error().map(e -> " error_code=" + e.code()).orElse("");
    var level = job.error().isPresent() ? Level.WARNING : Level.INFO;
    LOG.log(
        level,
        () ->
            "event=task_%s task_id=%s file_type=%s stage=%s attempt=%d processing_time_ms=%d%s"
                .formatted(
                    job.state().name().toLowerCase(java.util.Locale.ROOT),
                    job.id(),
                    job.format(),
                    job.stage().map(Enum::name).orElse("-"),
                    job.attempt(),
                    took.toMillis(),
                    error));
  }
}
