package dev.planlift.service.worker;

import dev.planlift.runner.RunnerEvent;
import dev.planlift.runner.RunnerEvent.StageFinished;
import dev.planlift.runner.RunnerEvent.StageProgressed;
import dev.planlift.runner.RunnerEvent.StageReused;
import dev.planlift.runner.RunnerEvent.StageStarted;
import dev.planlift.service.job.Lease;
import dev.planlift.service.job.Stage;
import dev.planlift.service.job.StageEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Writes a runner's events to the job's row: every stage's begin and end, and progress as often as
 * is worth a transaction. For one attempt, by one thread.
 */
final class StageLog implements Consumer<RunnerEvent> {
  private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(500);

  private final Lease lease;
  private final StageEvents events;
  private final WorkerMetrics metrics;
  private final Clock clock;
  private Instant lastProgress = Instant.EPOCH;
  private String current = Stage.VALIDATE.name();

  StageLog(Lease lease, StageEvents events, WorkerMetrics metrics, Clock clock) {
    this.lease = lease;
    this.events = events;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Thrown out of an event when the lease is lost: the runner is killed for it. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The stage that was last begun. */
  String current() {
    return current;
  }

  @Override
  public void accept(RunnerEvent event) {
    var stage = Stage.valueOf(event.stage());
    switch (event) {
      case StageStarted _ -> started(stage);
      case StageProgressed progressed -> progressed(stage, progressed.fraction());
      case StageReused reused -> reused(stage, Duration.ofMillis(reused.millis()));
      case StageFinished finished -> finished(stage, Duration.ofMillis(finished.millis()));
    }
  }

  void started(Stage stage) {
    current = stage.name();
    demand(events.started(lease, stage));
  }

  void finished(Stage stage, Duration took) {
    metrics.stepTook(stage, took);
    demand(events.finished(lease, stage, took));
  }

  private void reused(Stage stage, Duration took) {
    current = stage.name();
    demand(events.reused(lease, stage, took));
  }

  private void progressed(Stage stage, double fraction) {
    var now = clock.instant();
    if (now.isBefore(lastProgress.plus(PROGRESS_INTERVAL))) {
      return;
    }
    lastProgress = now;
    demand(events.progressed(lease, stage, fraction));
  }

  private static void demand(boolean held) {
    if (!held) {
      throw new LeaseLost();
    }
  }
}
