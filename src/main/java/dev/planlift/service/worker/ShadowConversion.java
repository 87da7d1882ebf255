package dev.planlift.service.worker;

import dev.planlift.error.WorkerError;
import dev.planlift.runner.ModelPair;
import dev.planlift.runner.RunnerOutcome;
import dev.planlift.runner.RunnerOutcome.Converted;
import dev.planlift.runner.RunnerOutcome.Died;
import dev.planlift.runner.RunnerOutcome.Failed;
import dev.planlift.runner.RunnerProcess;
import dev.planlift.runner.RunnerRequest;
import dev.planlift.service.config.Settings;
import dev.planlift.service.config.Settings.Candidate;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.ShadowOutcome;
import dev.planlift.service.job.ShadowRun;
import dev.planlift.service.storage.ArtifactStore;
import dev.planlift.service.worker.RunnerPools.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One shadow run: the candidate converts, and what it made is held against what counts. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class ShadowConversion {
  private static final Logger LOG = Logger.getLogger(ShadowConversion.class.getName());

  @Inject RunnerPools pools;
  @Inject ArtifactStore store;
  @Inject ShadowFiles files;
  @Inject WorkerMetrics metrics;
  @Inject Settings settings;
  @Inject Clock clock;

  private @Nullable RunnerProcess working;
  private boolean stopped;

  /** What came of one, and how long the candidate took. */
  private record Finding(ShadowOutcome outcome, List<String> differences, Duration took) {}

  /** A conversion's end, and how long it took. */
  private record Ran(RunnerOutcome outcome, Duration took) {}

  /** Never throws: what goes wrong here is nobody's but the candidate's. */
  void run(ShadowTask task) {
    var job = task.job();
    var candidate = job.format().candidate(settings.engine());
    try (var scratch = Scratch.under(settings.data().resolve("scratch"))) {
      var folder = scratch.folder();
      var finding = find(task, candidate, folder);
      if (finding.isEmpty()) {
        return;
      }
      var found = finding.get();
      var run =
          new ShadowRun(
              job.id(),
              job.format(),
              candidate.name(),
              found.outcome(),
              found.differences(),
              ShadowRun.folder(job.id()),
              task.took(),
              found.took(),
              clock.instant());
      if (files.keep(run, task.folder(), folder)) {
        metrics.shadowed(candidate.name(), found.outcome());
        LOG.info(() -> line(run));
      }
    } catch (RuntimeException | IOException e) {
      metrics.notShadowed(candidate.name(), "dropped");
      LOG.log(Level.WARNING, e, () -> "event=shadow_lost task_id=" + job.id());
    }
  }

  /** Ends what runs, and lets nothing begin any more. */
  synchronized void stop() {
    stopped = true;
    if (working != null) {
      working.kill();
    }
  }

  private synchronized boolean begins(RunnerProcess runner) {
    working = stopped ? null : runner;
    return !stopped;
  }

  private synchronized boolean isStopped() {
    working = null;
    return stopped;
  }

  /** Empty where the server ends meanwhile. */
  private Optional<Finding> find(ShadowTask task, Candidate candidate, Path folder)
      throws IOException {
    var job = task.job();
    var fetched = Files.createDirectory(folder.resolve("fetched"));
    var request =
        new RunnerRequest(
            job.id().toString(),
            store.fetch(job.inputKey(), fetched),
            job.name(),
            candidate.with(job.options()),
            folder);
    var late = new AtomicBoolean();
    Optional<Ran> ran;
    try {
      ran = with(Lane.SHADOW, job, late, runner -> timed(runner, request));
    } catch (WorkerError e) {
      ran = Optional.empty(); // it does not even start
      LOG.log(Level.WARNING, e, () -> "event=shadow_does_not_start engine=" + candidate.name());
    }
    if (isStopped()) {
      return Optional.empty();
    }
    if (ran.isEmpty()) {
      var why = List.of("The candidate's process does not start.");
      return Optional.of(new Finding(ShadowOutcome.DIED, why, Duration.ZERO));
    }
    var took = ran.get().took();
    return switch (ran.get().outcome()) {
      case Converted converted -> compared(task, converted, folder, took);
      case Failed failed ->
          Optional.of(
              new Finding(
                  ShadowOutcome.REFUSED, List.of(failed.code() + ": " + failed.message()), took));
      case Died died -> Optional.of(dead(died, late.get(), folder, took));
    };
  }

  /** The start of a child is not the candidate's time. */
  private Ran timed(RunnerProcess runner, RunnerRequest request) {
    var begun = clock.instant();
    var outcome = runner.convert(request, event -> {});
    return new Ran(outcome, Duration.between(begun, clock.instant()));
  }

  private static Finding dead(Died died, boolean late, Path folder, Duration took) {
    var error = RunnerDeath.error(died, "");
    RunnerDeath.writeReport(died, error, folder);
    return late
        ? new Finding(ShadowOutcome.TIMED_OUT, List.of("It took too long."), took)
        : new Finding(ShadowOutcome.DIED, List.of(error.code() + ": " + error.message()), took);
  }

  private Optional<Finding> compared(
      ShadowTask task, Converted converted, Path folder, Duration took) throws IOException {
    var stored = store.fetch(task.folder() + "/" + RunnerRequest.MODEL, folder.resolve("fetched"));
    var standard = Files.copy(stored, folder.resolve("standard-" + RunnerRequest.MODEL));
    var pair =
        new ModelPair(
            standard,
            folder.resolve(RunnerRequest.MODEL),
            settings.engine().shadow().position(),
            settings.engine().shadow().share());
    var told =
        with(Lane.COMPARISON, task.job(), new AtomicBoolean(), runner -> runner.compare(pair))
            .flatMap(Function.identity());
    if (isStopped()) {
      return Optional.empty();
    }
    var differences = new ArrayList<>(counts(task.converted(), converted));
    told.ifPresent(differences::addAll);
    var outcome =
        !differences.isEmpty()
            ? ShadowOutcome.DIFFERENT
            : told.isPresent() ? ShadowOutcome.SAME : ShadowOutcome.NOT_COMPARED;
    return Optional.of(new Finding(outcome, differences, took));
  }

  /** Has a child work, and kills it when that takes longer than a shadow run may. */
  private <T> Optional<T> with(
      Lane lane, Job job, AtomicBoolean late, Function<RunnerProcess, T> work) {
    var limit = job.format().candidate(settings.engine()).limit();
    var pool = pools.of(lane, job.format());
    var runner = pool.take();
    var watch =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              runner.kill();
            },
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
    try {
      if (!begins(runner)) {
        runner.kill();
      }
      return Optional.of(work.apply(runner));
    } finally {
      watch.cancel(false);
      pool.giveBack(runner);
    }
  }

  private static List<String> counts(Converted standard, Converted candidate) {
    var differences = new ArrayList<String>();
    count(differences, "walls", standard.walls(), candidate.walls());
    count(differences, "doors", standard.doors(), candidate.doors());
    count(differences, "windows", standard.windows(), candidate.windows());
    count(differences, "rooms", standard.rooms(), candidate.rooms());
    return differences;
  }

  private static void count(List<String> differences, String what, int standard, int candidate) {
    if (standard != candidate) {
      differences.add("The reports count %d %s, not %d".formatted(candidate, what, standard));
    }
  }

  private static String line(ShadowRun run) {
    return "event=shadow_run task_id=%s engine=%s outcome=%s standard_ms=%d candidate_ms=%d%s"
        .formatted(
            run.jobId(),
            run.engine(),
            run.outcome(),
            run.standard().toMillis(),
            run.candidate().toMillis(),
            run.differences().isEmpty() ? "" : " first=\"" + run.differences().getFirst() + "\"");
  }
}
