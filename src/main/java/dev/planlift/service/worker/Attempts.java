package dev.planlift.service.worker;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;
import dev.planlift.runner.RunnerEvent;
import dev.planlift.runner.RunnerOutcome;
import dev.planlift.runner.RunnerOutcome.Converted;
import dev.planlift.runner.RunnerOutcome.Died;
import dev.planlift.runner.RunnerOutcome.Failed;
import dev.planlift.runner.RunnerRequest;
import dev.planlift.service.config.Settings;
import dev.planlift.service.config.Settings.Candidate;
import dev.planlift.service.job.EngineChoice;
import dev.planlift.service.job.EngineChoice.Chosen;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobError;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.Lease;
import dev.planlift.service.job.Leases;
import dev.planlift.service.job.ResultKey;
import dev.planlift.service.job.Stage;
import dev.planlift.service.job.StageEvents;
import dev.planlift.service.job.Taken;
import dev.planlift.service.storage.ArtifactStore;
import dev.planlift.service.worker.AttemptEnd.Anew;
import dev.planlift.service.worker.AttemptEnd.Other;
import dev.planlift.service.worker.AttemptEnd.Succeeded;
import dev.planlift.service.worker.FailurePolicy.Verdict;
import dev.planlift.service.worker.RunnerPools.Lane;
import dev.planlift.service.worker.RunningJob.Stopped;
import dev.planlift.service.worker.StageLog.LeaseLost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One attempt: fetch, convert, store, end. Each step's database work is a transaction of its own.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Attempts {
  private static final Logger LOG = Logger.getLogger(Attempts.class.getName());
  private static final Optional<String> NO_REPORT = Optional.empty();

  @Inject Jobs jobs;
  @Inject Leases leases;
  @Inject StageEvents stageEvents;
  @Inject RunnerPools pools;
  @Inject RunningJobs running;
  @Inject ServerLife life;
  @Inject ArtifactStore store;
  @Inject DrawingFetch fetch;
  @Inject Results results;
  @Inject SameWork sameWork;
  @Inject EngineChoice engines;
  @Inject Checkpoints checkpoints;
  @Inject Shadows shadows;
  @Inject WorkerMetrics metrics;
  @Inject Settings settings;
  @Inject Clock clock;

  /** What one attempt has at hand. */
  private record Attempt(
      Job job, Chosen engine, ResultKey key, RunningJob running, Scratch scratch) {
    Lease lease() {
      return running.lease();
    }

    StageLog log() {
      return running.log();
    }

    Optional<String> candidate() {
      return engine.candidate().map(Candidate::name);
    }
  }

  /** Runs a job that has just been taken. */
  AttemptEnd run(Taken taken) {
    var lease = taken.lease();
    var job = taken.job();
    var limits = pools.limits(job.format());
    var log = new StageLog(lease, stageEvents, metrics, clock);
    var runningJob = new RunningJob(lease, limits, log);
    running.add(runningJob);
    try (var scratch = Scratch.under(settings.data().resolve("scratch"))) {
      var attempt = attempt(job, runningJob, scratch);
      try {
        var arrived = arrived(attempt);
        if (arrived.isEmpty()) {
          return Other.OTHER;
        }
        attempt = arrived.get();
        if (isDoneAlready(attempt)) {
          return new Succeeded(attempt.job());
        }
        var outcome = convert(attempt);
        var took = runningJob.age(clock.instant());
        keep(attempt);
        return end(attempt, outcome, took);
      } catch (WorkerError e) {
        var stopped = runningJob.stopped();
        if (stopped == null) {
          fail(attempt, JobError.of(e));
        } else {
          stop(attempt, stopped);
        }
        return Other.OTHER;
      }
    } catch (LeaseLost e) {
      return Other.OTHER; // whoever holds the job now goes on with it
    } finally {
      running.remove(runningJob);
    }
  }

  /** With its drawing, fetched if need be; empty where another format's worker has to go on. */
  private Optional<Attempt> arrived(Attempt attempt) {
    var url = attempt.job().toFetch();
    if (url.isEmpty()) {
      return Optional.of(attempt);
    }
    var arrival = fetch.fetch(url.get(), attempt.running());
    if (!leases.arrived(attempt.lease(), arrival)) {
      fetch.discard(arrival);
      throw new LeaseLost();
    }
    if (arrival.format() != attempt.job().format()) {
      leases.giveBack(attempt.lease());
      return Optional.empty();
    }
    return jobs.find(attempt.job().id())
        .map(job -> attempt(job, attempt.running(), attempt.scratch()));
  }

  private Attempt attempt(Job job, RunningJob runningJob, Scratch scratch) {
    var engine = engines.of(job);
    return new Attempt(job, engine, sameWork.key(job, engine), runningJob, scratch);
  }

  /** The same work may have been done while the job waited. */
  private boolean isDoneAlready(Attempt attempt) {
    boolean done =
        sameWork.isShared(attempt.job())
            && results.areThere(attempt.key())
            && leases.reuse(attempt.lease(), attempt.key());
    if (done) {
      metrics.reused();
    }
    return done;
  }

  private RunnerOutcome convert(Attempt attempt) {
    var job = attempt.job();
    var folder = attempt.scratch().folder();
    var input = store.fetch(job.inputKey(), folder);
    if (!attempt.candidate().equals(job.engine())
        && !leases.converts(attempt.lease(), attempt.candidate())) {
      throw new LeaseLost();
    }
    var request = request(attempt, input);
    var lane = attempt.candidate().isPresent() ? Lane.CANDIDATE : Lane.STANDARD;
    var pool = pools.of(lane, job.format());
    var runner = pool.take();
    try {
      attempt.running().runsIn(runner, clock.instant());
      return runner.convert(request, event -> happened(attempt, event));
    } finally {
      attempt.running().out();
      pool.giveBack(runner);
    }
  }

  /** What one engine's stages leave is nothing for the other: a candidate takes and leaves none. */
  private RunnerRequest request(Attempt attempt, Path input) {
    var job = attempt.job();
    var folder = attempt.scratch().folder();
    var engine = attempt.engine().candidate();
    return new RunnerRequest(
        job.id().toString(),
        input,
        job.name(),
        engine.map(candidate -> candidate.with(job.options())).orElse(job.options()),
        folder,
        engine.isPresent() ? RunnerRequest.Restart.NONE : checkpoints.restart(job, folder));
  }

  /** What a stage has left is there by the time the next one begins. */
  private void happened(Attempt attempt, RunnerEvent event) {
    if (event instanceof RunnerEvent.StageStarted) {
      keep(attempt);
    }
    attempt.log().accept(event);
  }

  private void keep(Attempt attempt) {
    checkpoints.keep(attempt.lease(), attempt.job(), attempt.scratch().folder());
  }

  private AttemptEnd end(Attempt attempt, RunnerOutcome outcome, Duration took) {
    attempt.candidate().ifPresent(name -> metrics.rolledOut(name, outcome));
    return switch (outcome) {
      case Converted converted -> succeed(attempt, converted, took);
      case Failed failed -> {
        fail(
            attempt,
            new JobError(failed.code(), failed.message(), failed.where(), failed.retryable()));
        yield Other.OTHER;
      }
      case Died died -> died(attempt, died);
    };
  }

  private AttemptEnd succeed(Attempt attempt, Converted converted, Duration took) {
    var begun = clock.instant();
    attempt.log().started(Stage.STORE);
    boolean ended = false;
    try {
      var folder = attempt.scratch().folder();
      var made =
          results.store(
              attempt.lease(),
              attempt.key(),
              folder,
              Results.figures(converted, attempt.candidate()));
      attempt.log().finished(Stage.STORE, Duration.between(begun, clock.instant()));
      attempt.log().started(Stage.NOTIFY);
      var kept = leases.succeed(attempt.lease(), attempt.log().rest(), attempt.key(), made);
      ended = kept.isPresent();
      kept.filter(there -> !there.equals(made.folder()))
          .ifPresent(others -> results.discard(made.folder()));
      kept.filter(own -> attempt.candidate().isEmpty())
          .map(at -> new ShadowTask(attempt.job(), at, converted, took))
          .ifPresent(shadows::offer);
      return ended ? new Succeeded(attempt.job()) : Other.OTHER;
    } finally {
      if (!ended) {
        results.discardUnlessKept(attempt.lease(), attempt.key());
      }
    }
  }

  private void fail(Attempt attempt, JobError error) {
    attempt.log().tell();
    metrics.stepFailed(attempt.log().current(), error.code());
    var policy = new FailurePolicy(settings.retry(), ThreadLocalRandom.current());
    var verdict = policy.decide(error, attempt.job().attempt());
    // What is tried again will have another report.
    var report =
        verdict instanceof Verdict.RetryLater
            ? NO_REPORT
            : results.storeReport(attempt.lease(), attempt.scratch().folder(), error.code());
    boolean held =
        switch (verdict) {
          case Verdict.Fail _ -> leases.fail(attempt.lease(), error, report);
          case Verdict.Bury _ -> leases.bury(attempt.lease(), error, report);
          case Verdict.RetryLater later ->
              leases.retryLater(attempt.lease(), error, later.backOff());
        };
    if (!held) {
      report.ifPresent(results::discard);
    }
  }

  private AttemptEnd died(Attempt attempt, Died died) {
    var stopped = attempt.running().stopped();
    if (stopped == null) {
      return diedByItself(attempt, died);
    }
    stop(attempt, stopped);
    return Other.OTHER;
  }

  private void stop(Attempt attempt, Stopped why) {
    switch (why) {
      case LOST -> {} // whoever holds the job now goes on with it
      case DRAINED -> leases.giveBack(attempt.lease());
      case TIMED_OUT -> fail(attempt, timeOut(attempt));
    }
  }

  /** It is started anew until it is poison; its last end is its report. */
  private AttemptEnd diedByItself(Attempt attempt, Died died) {
    attempt.log().tell();
    var error = RunnerDeath.error(died, attempt.log().current());
    metrics.stepFailed(attempt.log().current(), error.code());
    LOG.log(Level.WARNING, () -> RunnerDeath.logLine(attempt.lease(), died));
    boolean last = attempt.job().poison() + 1 >= settings.retry().poisonLimit();
    var report = last ? report(attempt, died, error) : Optional.<String>empty();
    return leases
        .runnerDied(attempt.lease(), life.claimant(), error, report)
        .<AttemptEnd>map(Anew::new)
        .orElse(Other.OTHER);
  }

  private Optional<String> report(Attempt attempt, Died died, JobError error) {
    var folder = attempt.scratch().folder();
    RunnerDeath.writeReport(died, error, folder);
    return results.storeReport(attempt.lease(), folder, error.code());
  }

  private JobError timeOut(Attempt attempt) {
    var limit = pools.limits(attempt.job().format()).hard().toSeconds();
    return new JobError(
        ErrorCode.TIMEOUT_ERROR,
        "The conversion was ended after " + limit + " seconds.",
        Place.of("stage", attempt.log().current()),
        false);
  }
}
