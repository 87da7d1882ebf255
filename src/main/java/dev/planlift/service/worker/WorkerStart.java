package dev.planlift.service.worker;

import dev.planlift.service.config.Pulse;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.Overdue;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Starts the worker once the database is ready and before the first message comes: this server's
 * life, its heartbeat, the reaper, and a first warm child.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // injected
public class WorkerStart {
  @Inject ServerLife life;
  @Inject RunningJobs running;
  @Inject Drain drain;
  @Inject Shadows shadows;
  @Inject RunnerPools pools;
  @Inject Overdue overdue;
  @Inject Settings settings;
  @Resource ManagedScheduledExecutorService executor;

  private @Nullable Pulse reaper;
  private boolean putOff;

  @PostConstruct
  void start() {
    // What a former life left here belongs to nobody: one server alone uses a data folder.
    Scratch.delete(settings.data().resolve("scratch"));
    life.hold();
    running.start();
    drain.start();
    shadows.start();
    reaper = new Pulse("The reaper", executor, settings.reaper().sweep(), this::sweep);
    reaper.nudge();
    executor.execute(() -> pools.of(Format.DXF).warm());
  }

  /**
   * Not at once when this server's own life was gone with the database: other servers, too, need a
   * moment to take theirs again before those without are dead. Never put off twice in a row.
   */
  private void sweep() {
    putOff = life.hold() && !putOff;
    if (!putOff) {
      overdue.sweep();
    }
  }

  @PreDestroy
  void stop() {
    if (reaper != null) {
      reaper.close();
    }
    shadows.stop();
    drain.stop();
    life.end();
  }
}
