package dev.planlift.service.worker;

import dev.planlift.runner.RunnerLaunch;
import dev.planlift.runner.RunnerProcess;
import dev.planlift.service.job.Priority;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The warm child JVMs of one format: at most so many conversions at a time, each in a child of its
 * own. Safe for use by many threads.
 */
final class RunnerPool implements AutoCloseable {
  private final RunnerLaunch launch;
  private final int recycleAfter;
  private final long maxResidentBytes;
  private final Consumer<String> restarted;
  private final PrioritySlots slots;
  private final Deque<RunnerProcess> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param places conversions at a time
   * @param recycleAfter conversions after which a child is replaced
   * @param maxResidentBytes memory over which it is
   * @param restarted told why a child had to go
   */
  RunnerPool(
      RunnerLaunch launch,
      int places,
      int recycleAfter,
      long maxResidentBytes,
      Consumer<String> restarted) {
    this.launch = launch;
    this.slots = new PrioritySlots(places);
    this.recycleAfter = recycleAfter;
    this.maxResidentBytes = maxResidentBytes;
    this.restarted = restarted;
  }

  /** Waits for a place; to be followed by {@link #leave}. */
  void enter(Priority priority) throws InterruptedException {
    slots.acquire(priority);
  }

  void leave() {
    slots.release();
  }

  /** A child that is ready: an idle one, or a new one. */
  RunnerProcess take() {
    while (true) {
      RunnerProcess runner;
      synchronized (idle) {
        runner = idle.pollLast();
      }
      if (runner == null) {
        return RunnerProcess.start(launch);
      }
      if (runner.isAlive()) {
        return runner;
      }
      runner.close();
      restarted.accept("died");
    }
  }

  /** Takes a child back that has answered, or died. */
  void giveBack(RunnerProcess runner) {
    if (!runner.isAlive()) {
      runner.close();
      restarted.accept("died");
    } else if (runner.conversions() >= recycleAfter) {
      runner.close();
      restarted.accept("recycled");
    } else if (runner.residentBytes() > maxResidentBytes) {
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

  /** Ends the idle children; those that work end when they are given back. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(RunnerProcess::close);
      idle.clear();
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
