package dev.planlift.service.worker;

import dev.planlift.error.ErrorCode;
import dev.planlift.runner.RunnerOutcome;
import dev.planlift.runner.RunnerOutcome.Converted;
import dev.planlift.runner.RunnerOutcome.Died;
import dev.planlift.runner.RunnerOutcome.Failed;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.ShadowOutcome;
import dev.planlift.service.job.Stage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * The worker's figures. A timer's unit is appended to its name when it is shown: {@code
 * worker_task_duration_seconds}.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class WorkerMetrics {
  @Inject MetricRegistry registry;

  private final Map<Format, AtomicInteger> inProgress = new EnumMap<>(Format.class);

  // To find one in the registry costs more than to use it, and stages end often.
  private final Map<String, Timer> waits = new ConcurrentHashMap<>();
  private final Map<Stage, Timer> steps = new ConcurrentHashMap<>();

  @PostConstruct
  void register() {
    for (var format : Format.values()) {
      var count = new AtomicInteger();
      inProgress.put(format, count);
      registry.gauge("worker_tasks_in_progress", count::get, type(format));
    }
  }

  void waited(String queue, Duration wait) {
    waits
        .computeIfAbsent(
            queue, name -> registry.timer("worker_queue_wait", new Tag("queue_name", name)))
        .update(positive(wait));
  }

  void begun(Format format) {
    count(format).incrementAndGet();
  }

  void ended(Format format, JobState state, Duration took) {
    count(format).decrementAndGet();
    var status = new Tag("status", state.name().toLowerCase(Locale.ROOT));
    registry.timer("worker_task_duration", type(format), status).update(positive(took));
    registry.counter("worker_tasks_total", type(format), status).inc();
  }

  void stepTook(Stage stage, Duration took) {
    steps
        .computeIfAbsent(stage, name -> registry.timer("pipeline_step_duration", step(name.name())))
        .update(positive(took));
  }

  void stepFailed(String stage, ErrorCode code) {
    registry
        .counter("pipeline_failures_total", step(stage), new Tag("error_type", code.name()))
        .inc();
  }

  void runnerRestarted(String reason) {
    registry.counter("runner_restarts_total", new Tag("reason", reason)).inc();
  }

  /** A job found its results made by another one. */
  void reused() {
    registry.counter("results_reused_total").inc();
  }

  /** What came of an attempt that a candidate made in place of the standard engine. */
  void rolledOut(String engine, RunnerOutcome outcome) {
    var what =
        switch (outcome) {
          case Converted _ -> "converted";
          case Failed _ -> "failed";
          case Died _ -> "died";
        };
    registry
        .counter("rollout_runs_total", new Tag("engine", engine), new Tag("outcome", what))
        .inc();
  }

  /** What came of a shadow run. */
  void shadowed(String engine, ShadowOutcome outcome) {
    var of = new Tag("engine", engine);
    var mismatches = registry.counter("shadow_mismatch_total", of);
    if (outcome.isMismatch()) {
      mismatches.inc();
    }
    var kind = new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT));
    registry.counter("shadow_runs_total", of, kind).inc();
  }

  /** A job got no shadow run: too many waited, or the run failed for no engine's fault. */
  void notShadowed(String engine, String outcome) {
    registry
        .counter("shadow_runs_total", new Tag("engine", engine), new Tag("outcome", outcome))
        .inc();
  }

  private AtomicInteger count(Format format) {
    return java.util.Objects.requireNonNull(inProgress.get(format));
  }

  private static Tag type(Format format) {
    return new Tag("task_type", format.name().toLowerCase(Locale.ROOT));
  }

  private static Tag step(String stage) {
    return new Tag("step", stage.toLowerCase(Locale.ROOT));
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
