package dev.planlift.service.worker;

import dev.planlift.service.config.Pulse;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.JobChanged;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Lease;
import dev.planlift.service.job.Leases;
import dev.planlift.service.worker.RunningJob.Stopped;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that run on this server: keeps their leases alive, and stops those whose lease is lost
 * or whose time is up.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class RunningJobs {
  @Inject Leases leases;
  @Inject ServerLife life;
  @Inject Settings settings;
  @Inject Clock clock;
  @Resource ManagedScheduledExecutorService executor;

  private final Map<Lease, RunningJob> running = new ConcurrentHashMap<>();
  private Instant lastBeat = Instant.EPOCH;
  private volatile @Nullable Pulse pulse;

  void start() {
    pulse = new Pulse("The heartbeat", executor, settings.lease().watch(), this::watch);
  }

  void add(RunningJob job) {
    running.put(job.lease(), job);
  }

  void remove(RunningJob job) {
    running.remove(job.lease());
  }

  int count() {
    return running.size();
  }

  /** A cancel on this server need not wait for the next look. */
  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
    var beating = pulse;
    if (change.state() == JobState.CANCELLED && beating != null) {
      beating.nudge();
    }
  }

  /** Stops all that runs here; each is given back by its own thread. */
  void drain() {
    running.values().forEach(job -> job.stop(Stopped.DRAINED));
    var beating = pulse;
    if (beating != null) {
      beating.close();
    }
  }

  private void watch() {
    try {
      look();
    } catch (RuntimeException e) {
      // The database was away: life and leases are the first it is told of when it is back.
      lastBeat = Instant.EPOCH;
      throw e;
    }
  }

  private void look() {
    var jobs = List.copyOf(running.values());
    var now = clock.instant();
    jobs.forEach(job -> job.checkTime(now));
    var lost = leases.lost(jobs.stream().map(RunningJob::lease).toList());
    jobs.stream().filter(job -> lost.contains(job.lease())).forEach(j -> j.stop(Stopped.LOST));
    if (!now.isBefore(lastBeat.plus(settings.lease().heartbeat()))) {
      life.hold();
      jobs.forEach(job -> leases.heartbeat(job.lease()));
      lastBeat = now;
    }
    jobs.forEach(RunningJob::tell);
  }
}
