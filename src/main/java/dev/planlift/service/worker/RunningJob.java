package dev.planlift.service.worker;

import dev.planlift.error.ErrorCode;
import dev.planlift.runner.RunnerProcess;
import dev.planlift.service.config.Settings.Limits;
import dev.planlift.service.job.Lease;
import dev.planlift.service.worker.StageLog.LeaseLost;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt at a job while it runs here: what may stop it, and why it was stopped. */
final class RunningJob {
  /** Why a runner was killed by ourselves. */
  enum Stopped {
    /** The lease is no longer ours: cancelled, deleted or taken over. */
    LOST,
    /** The hard time limit was met. */
    TIMED_OUT,
    /** The server goes down. */
    DRAINED
  }

  private final Lease lease;
  private final Limits limits;
  private final StageLog log;
  private @Nullable RunnerProcess runner;
  private Instant startedAt = Instant.MAX;
  private @Nullable Runnable endOfTransfer;
  private Instant transferUntil = Instant.MAX;
  private @Nullable Stopped stopped;
  private boolean asked;

  RunningJob(Lease lease, Limits limits, StageLog log) {
    this.lease = lease;
    this.limits = limits;
    this.log = log;
  }

  Lease lease() {
    return lease;
  }

  StageLog log() {
    return log;
  }

  /** Writes down what its stages have done; it is stopped where that shows that it is lost. */
  void tell() {
    try {
      log.tell();
    } catch (LeaseLost e) {
      stop(Stopped.LOST);
    }
  }

  synchronized @Nullable Stopped stopped() {
    return stopped;
  }

  /**
   * Hands it the child it runs in; one that was stopped before is stopped now. Its time begins: the
   * start of a child is not the drawing's fault.
   */
  synchronized void runsIn(RunnerProcess process, Instant now) {
    runner = process;
    startedAt = now;
    if (stopped != null) {
      process.kill();
    }
  }

  /**
   * Hands it what ends the transfer it waits for; one that was stopped before is stopped now.
   *
   * @param until then the transfer is ended, and the job goes on without it
   */
  synchronized void fetches(Runnable end, Instant until) {
    endOfTransfer = end;
    transferUntil = until;
    if (stopped != null) {
      end.run();
    }
  }

  /** It is out of its child, or its transfer: nothing that happens now may end that. */
  synchronized void out() {
    runner = null;
    endOfTransfer = null;
  }

  /** Ends it; the first reason stays. */
  synchronized void stop(Stopped why) {
    if (stopped == null) {
      stopped = why;
      if (runner != null) {
        runner.kill();
      }
      if (endOfTransfer != null) {
        endOfTransfer.run();
      }
    }
  }

  /** How long it has been in its child. */
  synchronized Duration age(Instant now) {
    return startedAt.isAfter(now) ? Duration.ZERO : Duration.between(startedAt, now);
  }

  /** Asks it to end after the soft limit, kills it after the hard one. */
  synchronized void checkTime(Instant now) {
    if (endOfTransfer != null && now.isAfter(transferUntil)) {
      endOfTransfer.run();
    }
    var age = age(now);
    if (age.compareTo(limits.hard()) >= 0) {
      stop(Stopped.TIMED_OUT);
    } else if (age.compareTo(limits.soft()) >= 0 && !asked && runner != null) {
      asked = true;
      runner.askToStop(ErrorCode.TIMEOUT_ERROR);
    }
  }
}
