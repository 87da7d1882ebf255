package dev.planlift.service.worker;

import dev.planlift.service.config.Pulse;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.CurrentEngines;
import dev.planlift.service.job.EngineMode;
import dev.planlift.service.job.Format;
import dev.planlift.service.notify.ServerStops;
import dev.planlift.service.worker.RunnerPools.Lane;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that have ended well and are to be converted once more by their format's candidate: one at a
 * time on a server, only while a place is free, and none of them is anybody's to wait for. What
 * does not find room, or is on its way when the server ends, gets no shadow run.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Shadows {
  private static final Logger LOG = Logger.getLogger(Shadows.class.getName());
  private static final Duration LOOK = Duration.ofMillis(500);

  @Inject Settings settings;
  @Inject CurrentEngines engines;
  @Inject RunnerPools pools;
  @Inject ShadowConversion conversion;
  @Inject WorkerMetrics metrics;
  @Resource ManagedScheduledExecutorService executor;

  private final Deque<ShadowTask> waiting = new ArrayDeque<>();
  private volatile @Nullable Pulse pulse;

  void start() {
    if (Arrays.stream(Format.values()).anyMatch(this::hasCandidate)) {
      pulse = new Pulse("The shadow", executor, LOOK, this::look);
    }
  }

  /** Puts a job in line, if its format's candidate is to run beside the standard engine. */
  void offer(ShadowTask task) {
    try {
      if (!isWanted(task)) {
        return;
      }
      boolean taken;
      synchronized (waiting) {
        taken = waiting.size() < settings.engine().shadow().waiting() && waiting.add(task);
      }
      var beating = pulse;
      if (!taken) {
        metrics.notShadowed(name(task), "skipped");
      } else if (beating != null) {
        beating.nudge();
      }
    } catch (RuntimeException e) {
      // The job has ended well, whatever goes wrong here.
      LOG.log(Level.WARNING, e, () -> "event=shadow_lost task_id=" + task.job().id());
    }
  }

  /** The server ends: nobody waits for shadows. */
  void stop(@Observes ServerStops end) {
    stop();
  }

  void stop() {
    synchronized (waiting) {
      waiting.clear();
    }
    conversion.stop();
    var beating = pulse;
    if (beating != null) {
      beating.close();
    }
  }

  private void look() {
    for (var task = next(); task.isPresent(); task = next()) {
      conversion.run(task.get());
    }
    for (var format : Format.values()) {
      if (hasCandidate(format) && engines.of(format).mode() != EngineMode.SHADOW) {
        pools.of(Lane.SHADOW, format).rest();
        pools.of(Lane.COMPARISON, format).rest();
      }
    }
  }

  /**
   * The first that makes nobody wait; those that were put in line and are not wanted any more go.
   */
  private Optional<ShadowTask> next() {
    synchronized (waiting) {
      waiting.removeIf(task -> !isWanted(task));
      var next =
          waiting.stream().filter(t -> pools.of(t.job().format()).hasFreePlace()).findFirst();
      next.ifPresent(waiting::remove);
      return next;
    }
  }

  private boolean isWanted(ShadowTask task) {
    var format = task.job().format();
    return hasCandidate(format) && engines.of(format).holds(EngineMode.SHADOW, task.job().id());
  }

  private boolean hasCandidate(Format format) {
    return format.candidate(settings.engine()).isThere();
  }

  private String name(ShadowTask task) {
    return task.job().format().candidate(settings.engine()).name();
  }
}
