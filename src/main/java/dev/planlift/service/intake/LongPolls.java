package dev.planlift.service.intake;

import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobSearch;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.notify.JobWatch;
import dev.planlift.service.notify.ServerStops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Answers that wait for a job to change. Waiting holds a connection, but no thread. All are given
 * when the server is to stop, which would otherwise wait for their connections.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class LongPolls {
  @Inject private Jobs jobs;
  @Inject private JobSearch search;
  @Inject private JobWatch watch;
  @Inject private JobAnswers answers;

  private final Set<Poll> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  void stop(@Observes ServerStops stops) {
    stopping = true;
    open.forEach(poll -> poll.look(true));
  }

  /**
   * Answers once the job is worth telling: final, or in another state than now; where the client
   * says what it has seen, any other version of it. When patience ends, the job as it then stands.
   */
  void begin(Job job, @Nullable String ifNoneMatch, Duration patience, AsyncResponse answer) {
    var poll = new Poll(job.id(), job.state(), ifNoneMatch, answer);
    if (stopping || poll.isNews(job) || !watch.hasRoom()) {
      answer.resume(answers.current(job, ifNoneMatch));
      return;
    }
    poll.begin(job, patience);
  }

  private final class Poll {
    private final UUID jobId;
    private final JobState first;
    private final @Nullable String ifNoneMatch;
    private final AsyncResponse answer;
    private final AtomicBoolean done = new AtomicBoolean();
    private JobWatch.@Nullable Watcher watcher;

    Poll(UUID jobId, JobState first, @Nullable String ifNoneMatch, AsyncResponse answer) {
      this.jobId = jobId;
      this.first = first;
      this.ifNoneMatch = ifNoneMatch;
      this.answer = answer;
    }

    void begin(Job job, Duration patience) {
      answer.setTimeoutHandler(late -> look(true));
      answer.setTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
      synchronized (this) {
        watcher = watch.watch(jobId, job.version(), () -> look(false));
      }
      open.add(this);
      // A change between the first look and the watching has told nobody, nor has a stop.
      var now = search.versions(Set.of(jobId)).get(jobId);
      if (stopping || now == null || now != job.version()) {
        look(stopping);
      }
    }

    private void look(boolean late) {
      try {
        var job = jobs.find(jobId).orElseThrow(() -> JobId.unknown(jobId));
        if (late || isNews(job)) {
          finish(answers.current(job, ifNoneMatch));
        }
      } catch (RuntimeException e) {
        finish(e);
      }
    }

    private boolean isNews(Job job) {
      if (job.state().isTerminal()) {
        return true;
      }
      return ifNoneMatch == null ? job.state() != first : !answers.isKnown(job, ifNoneMatch);
    }

    private void finish(Object outcome) {
      if (!done.compareAndSet(false, true)) {
        return;
      }
      open.remove(this);
      synchronized (this) {
        if (watcher != null) {
          watcher.close();
        }
      }
      if (outcome instanceof RuntimeException error) {
        answer.resume(error);
      } else {
        answer.resume(outcome);
      }
    }
  }
}
