package dev.planlift.service.worker;

import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.Leases;
import dev.planlift.service.job.Outbox;
import dev.planlift.service.job.Overdue;
import dev.planlift.service.job.Stage;
import dev.planlift.service.job.Taken;
import dev.planlift.service.queue.QueueName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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
   * Returns when the job's end, or its next start, is committed; or when there is nothing to do, as
   * it is taken, has ended, is not due, or is a newer server's.
   *
   * @param queue that the id came from, and so whose turn it is
   */
  public void work(UUID jobId, QueueName queue) throws InterruptedException {
    var pool = pools.of(queue.format());
    pool.enter(queue.priority());
    try {
      if (drain.begun()) {
        outbox.add(jobId);
        return;
      }
      var taken = leases.take(jobId, life.claimant());
      if (taken.isPresent()) {
        run(taken.get(), queue);
      } else if (overdue.leave(jobId)) {
        LOG.info(() -> "event=task_left task_id=" + jobId + " It needs a newer version.");
      }
    } finally {
      pool.leave();
    }
  }

  private void run(Taken first, QueueName queue) {
    var job = first.job();
    if (job.format() != queue.format()) {
      leases.giveBack(first.lease()); // an old id of a drawing that turned out to be another format
      return;
    }
    var started = clock.instant();
    metrics.waited(queue.toString(), Duration.between(job.dueAt(), started));
    metrics.begun(job.format());
    var state = JobState.CANCELLED;
    try {
      state = attempt(first, started);
    } finally {
      metrics.ended(job.format(), state, Duration.between(started, clock.instant()));
    }
  }

  /** One attempt after another as long as the job's runner dies and it is not yet poison. */
  private JobState attempt(Taken first, Instant started) {
    AttemptEnd end = new AttemptEnd.Anew(first);
    while (true) {
      switch (end) {
        case AttemptEnd.Anew anew -> end = attempts.run(anew.taken());
        case AttemptEnd.Succeeded succeeded -> {
          var took = Duration.between(started, clock.instant());
          log(Level.INFO, succeeded.job(), JobState.SUCCESS, took, "");
          return JobState.SUCCESS;
        }
        case AttemptEnd.Other other -> {
          var job = jobs.find(first.job().id());
          job.ifPresent(there -> log(there, Duration.between(started, clock.instant())));
          return job.map(Job::state).orElse(JobState.CANCELLED);
        }
      }
    }
  }

  private static void log(Job job, Duration took) {
    var error = job.error().map(e -> " error_code=" + e.code());
    var level = error.isPresent() ? Level.WARNING : Level.INFO;
    log(level, job, job.state(), took, error.orElse(""));
  }

  private static void log(Level level, Job job, JobState state, Duration took, String error) {
    var stage =
        state == JobState.SUCCESS ? Stage.NOTIFY.name() : job.stage().map(Enum::name).orElse("-");
    LOG.log(
        level,
        () ->
            "event=task_%s task_id=%s file_type=%s stage=%s attempt=%d processing_time_ms=%d%s"
                .formatted(
                    state.name().toLowerCase(Locale.ROOT),
                    job.id(),
                    job.format(),
                    stage,
                    job.attempt(),
                    took.toMillis(),
                    error));
  }
}
