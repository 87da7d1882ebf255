package dev.planlift.service.config;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work that is done again and again, and at once when nudged; never twice at the same time. A run
 * that fails is logged and does not end the pulse.
 */
public final class Pulse implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Pulse.class.getName());

  private final String name;
  private final Runnable work;
  private final ManagedScheduledExecutorService executor;
  private final ScheduledFuture<?> beat;
  private final ReentrantLock running = new ReentrantLock();
  private final AtomicBoolean nudged = new AtomicBoolean();
  private volatile boolean closed;

  /** A pulse that beats for the first time after one interval. */
  public Pulse(
      String name, ManagedScheduledExecutorService executor, Duration interval, Runnable work) {
    this.name = name;
    this.work = work;
    this.executor = executor;
    this.beat =
        executor.scheduleWithFixedDelay(
            this::run, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs the work soon, on another thread; nudges that come before it has begun count once. */
  public void nudge() {
    if (!closed && nudged.compareAndSet(false, true)) {
      executor.execute(this::run);
    }
  }

  /** Ends the pulse; waits for a run that is going on. */
  @Override
  public void close() {
    beat.cancel(false);
    running.lock();
    try {
      closed = true;
    } finally {
      running.unlock();
    }
  }

  private void run() {
    running.lock();
    try {
      nudged.set(false);
      if (!closed) {
        work.run();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> name + " failed and will be tried again");
    } finally {
      running.unlock();
    }
  }
}
