package dev.planlift.service.notify;

import dev.planlift.service.job.JobChanged;
import dev.planlift.service.job.JobSearch;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for which job. A watcher is run, on a thread of the platform's pool and never on that
 * of the change, whenever its job's row has a newer version; how often does not say how many
 * changes there were. Thread-safe.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class JobWatch {
  /** A change by another server is seen within this time. */
  static final int LOOK_EVERY_MILLIS = 1000;

  /** So many may wait at once; a waiter costs a connection and a few hundred bytes. */
  static final int MOST = 5000;

  private static final Logger LOG = Logger.getLogger(JobWatch.class.getName());

  @Inject private JobSearch jobs;
  @Resource private ManagedScheduledExecutorService executor;

  private final Map<UUID, Set<Watcher>> watchers = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private @Nullable ScheduledFuture<?> looking;

  /** One who waits. Closing it ends the waiting; closing twice does nothing. */
  public final class Watcher implements AutoCloseable {
    private final UUID job;
    private final Runnable onNewer;
    private volatile long seen;
    private volatile boolean closed;

    private Watcher(UUID job, long seen, Runnable onNewer) {
      this.job = job;
      this.seen = seen;
      this.onNewer = onNewer;
    }

    @Override
    public void close() {
      watchers.computeIfPresent(
          job,
          (id, all) -> {
            if (all.remove(this)) {
              closed = true;
              count.decrementAndGet();
            }
            return all.isEmpty() ? null : all;
          });
    }

    private void tell(long version) {
      if (version > seen && !closed) {
        seen = version;
        executor.execute(onNewer);
      }
    }
  }

  /** Whether one more may wait. */
  public boolean hasRoom() {
    return count.get() < MOST;
  }

  /**
   * Starts waiting.
   *
   * @param seenVersion versions up to this one are no news
   * @param onNewer run for newer ones, from now on, until the watcher is closed
   */
  public Watcher watch(UUID job, long seenVersion, Runnable onNewer) {
    var watcher = new Watcher(job, seenVersion, onNewer);
    watchers.compute(
        job,
        (id, all) -> {
          var set = all == null ? ConcurrentHashMap.<Watcher>newKeySet() : all;
          set.add(watcher);
          return set;
        });
    count.incrementAndGet();
    return watcher;
  }

  void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
    watchers.getOrDefault(change.jobId(), Set.of()).forEach(w -> w.tell(change.version()));
  }

  @PostConstruct
  void start() {
    looking =
        executor.scheduleWithFixedDelay(
            this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
  }

  /** Catches what no event told: changes by other servers, and jobs that are gone. */
  private void look() {
    var ids = watchers.keySet().stream().limit(MOST).collect(Collectors.toUnmodifiableSet());
    if (ids.isEmpty()) {
      return;
    }
    try {
      var versions = jobs.versions(ids);
      for (var id : ids) {
        // A row that is gone counts as news: whoever waits finds out by looking.
        long version = versions.getOrDefault(id, Long.MAX_VALUE);
        watchers.getOrDefault(id, Set.of()).forEach(watcher -> watcher.tell(version));
      }
    } catch (RuntimeException e) {
      // The schedule would end with the exception; the next look may find the database back.
      LOG.log(Level.WARNING, "Could not look for changed jobs", e);
    }
  }
}
