package dev.planlift.service.worker;

import dev.planlift.runner.RunnerLaunch;
import dev.planlift.runner.RunnerProcess;
import dev.planlift.service.job.Priority;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The warm child JVMs of one format: at most so many conversions at a time, each in a child of its
 * own. Safe for use by many threads.
 */
final class RunnerPool implements AutoCloseable {
  private final RunnerLaunch launch;
  private final Health health;
  private final Consumer<String> restarted;
  private final PrioritySlots slots;
  private final Deque<RunnerProcess> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * When a child is replaced.
   *
   * @param ping if it does not answer within this, before a job
   * @param conversions after so many
   * @param residentBytes if it holds more memory, after a job
   */
  record Health(Duration ping, int conversions, long residentBytes) {}

  /**
   * @param places conversions at a time
   * @param restarted told why a child had to go
   */
  RunnerPool(RunnerLaunch launch, int places, Health health, Consumer<String> restarted) {
    this.launch = launch;
    this.slots = new PrioritySlots(places);
    this.health = health;
    this.restarted = restarted;
  }

  /** Waits for a place; to be followed by {@link #leave}. */
  void enter(Priority priority) throws InterruptedException {
    slots.acquire(priority);
  }

  void leave() {
    slots.release();
  }

  /** Whether a conversion that began now would make nobody wait; it takes no place. */
  boolean hasFreePlace() {
    return slots.isFree();
  }

  /** A child that is ready: an idle one that answers, or a new one. */
  RunnerProcess take() {
    while (true) {
      RunnerProcess runner;
      synchronized (idle) {
        runner = idle.pollLast();
      }
      if (runner == null) {
        return RunnerProcess.start(launch);
      }
      if (runner.isHealthy(health.ping())) {
        return runner;
      }
      runner.close();
      restarted.accept("unhealthy");
    }
  }

  /** Takes a child back that has answered, or died. */
  void giveBack(RunnerProcess runner) {
    if (!runner.isAlive()) {
      runner.close();
      restarted.accept("died");
    } else if (runner.conversions() >= health.conversions()) {
      runner.close();
      restarted.accept("recycled");
    } else if (runner.residentBytes() > health.residentBytes()) {
      runner.close();
      restarted.accept("memory");
    } else if (!keep(runner)) {
      runner.close();
    }
  }

  /** Starts the first child before there is work for it. */
  void warm() {
    giveBack(take());
  }

  /** Ends the idle children: there will be no work for them soon. */
  void rest() {
    synchronized (idle) {
      idle.forEach(RunnerProcess::close);
      idle.clear();
    }
  }

  /** Ends the idle children; those that work end when they are given back. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      rest();
    }
  }

  private boolean keep(RunnerProcess runner) {
    synchronized (idle) {
      if (!closed) {
        idle.addLast(runner);
      }
      return !closed;
    }
  }
}
