package dev.planlift.service.worker;

import dev.planlift.service.config.Settings;
import dev.planlift.service.notify.ServerStops;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The worker's end in good order. When the process is told to end, no job is begun any more; those
 * that run may finish within the drain time, then they are given back. This begins with the signal:
 * beans are told only after the server has waited for its consumers, which is too late for jobs
 * that outlast its patience.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class.getName());
  private static final Duration LOOK = Duration.ofMillis(100);

  @Inject RunningJobs running;
  @Inject Settings settings;
  @Inject Event<ServerStops> stops;
  @Inject Clock clock;
  @Resource ContextService contexts;

  private volatile boolean begun;
  private @Nullable Thread atExit;

  void start() {
    var thread = new Thread(contexts.contextualRunnable(this::drain), "planlift-drain");
    Runtime.getRuntime().addShutdownHook(thread);
    atExit = thread;
  }

  /** Whether no job may be begun any more. */
  boolean begun() {
    return begun;
  }

  /** The application ends, for whatever reason. */
  void stop() {
    begun = true;
    try {
      if (atExit != null) {
        Runtime.getRuntime().removeShutdownHook(atExit);
      }
    } catch (IllegalStateException e) {
      LOG.log(Level.FINE, "The process ends, and the drain with it", e);
    }
    running.drain();
  }

  private void drain() {
    var start = clock.instant();
    begun = true;
    LOG.info(() -> "event=drain_begun running=" + running.count());
    stops.fire(new ServerStops());
    var end = start.plus(settings.runner().drain());
    try {
      while (running.count() > 0 && clock.instant().isBefore(end)) {
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.info(() -> "event=drain_ended given_back=" + running.count());
    running.drain();
  }
}
