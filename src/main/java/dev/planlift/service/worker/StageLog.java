package dev.planlift.service.worker;

import dev.planlift.runner.RunnerEvent;
import dev.planlift.runner.RunnerEvent.StageFinished;
import dev.planlift.runner.RunnerEvent.StageProgressed;
import dev.planlift.runner.RunnerEvent.StageReused;
import dev.planlift.runner.RunnerEvent.StageStarted;
import dev.planlift.service.job.Lease;
import dev.planlift.service.job.Stage;
import dev.planlift.service.job.StageEvents;
import dev.planlift.service.job.StageStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings a runner's events to the job's row: each stage's begin, so that whoever watches sees it,
 * and the rest with it. What follows fast upon another goes in one transaction, at the latest with
 * the server's next look at its running jobs. For one attempt; safe for use by two threads.
 */
final class StageLog implements Consumer<RunnerEvent> {
  /** Faster than this nobody watches. */
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(500);

  private final Lease lease;
  private final StageEvents events;
  private final WorkerMetrics metrics;
  private final Clock clock;
  private final Map<Stage, StageStep> untold = new LinkedHashMap<>();
  private Instant lastTold;
  private String current = Stage.VALIDATE.name();

  StageLog(Lease lease, StageEvents events, WorkerMetrics metrics, Clock clock) {
    this.lease = lease;
    this.events = events;
    this.metrics = metrics;
    this.clock = clock;
    this.lastTold = clock.instant();
  }

  /** Thrown out of an event when the lease is lost: the runner is killed for it. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The stage that was last begun. */
  synchronized String current() {
    return current;
  }

  @Override
  public void accept(RunnerEvent event) {
    var stage = Stage.valueOf(event.stage());
    switch (event) {
      case StageStarted _ -> started(stage);
      case StageProgressed progressed ->
          add(StageStep.progressed(stage, progressed.fraction()), PROGRESS_INTERVAL);
      case StageReused reused -> reused(stage, Duration.ofMillis(reused.millis()));
      case StageFinished finished -> finished(stage, Duration.ofMillis(finished.millis()));
    }
  }

  synchronized void started(Stage stage) {
    current = stage.name();
    add(StageStep.started(stage, clock.instant()), INTERVAL);
  }

  /** Not told at once: the next stage begins now. */
  synchronized void finished(Stage stage, Duration took) {
    metrics.stepTook(stage, took);
    note(StageStep.finished(stage, clock.instant(), took));
  }

  private synchronized void reused(Stage stage, Duration took) {
    current = stage.name();
    note(StageStep.reused(stage, clock.instant(), took));
  }

  private synchronized void add(StageStep step, Duration interval) {
    note(step);
    if (!clock.instant().isBefore(lastTold.plus(interval))) {
      tell();
    }
  }

  private void note(StageStep step) {
    untold.merge(step.stage(), step, StageStep::then);
  }

  /**
   * Writes down what is not yet.
   *
   * @throws LeaseLost where the lease is no longer held
   */
  synchronized void tell() {
    var steps = rest();
    if (!steps.isEmpty() && !events.tell(lease, steps)) {
      throw new LeaseLost();
    }
  }

  /** Hands out what is not yet written down, for somebody else to do it. */
  synchronized List<StageStep> rest() {
    var steps = List.copyOf(untold.values());
    if (!steps.isEmpty()) {
      untold.clear();
      lastTold = clock.instant();
    }
    return steps;
  }
}
