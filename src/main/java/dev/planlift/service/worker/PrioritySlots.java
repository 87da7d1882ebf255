package dev.planlift.service.worker;

import dev.planlift.service.job.Priority;
import dev.planlift.service.job.Turns;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of places; who waits for one gets it by {@link Turns}, among equals the one who
 * has waited longest. Safe for use by many threads.
 */
final class PrioritySlots {
  private final ReentrantLock lock = new ReentrantLock();
  private final Turns turns = new Turns();
  private final Map<Priority, Deque<Waiter>> waiters = new EnumMap<>(Priority.class);
  private int free;

  /** One who waits; the place is its own from the moment it is called. */
  private static final class Waiter {
    private final Condition turn;
    private boolean called;

    Waiter(Condition turn) {
      this.turn = turn;
    }
  }

  PrioritySlots(int places) {
    this.free = places;
    for (var priority : Priority.values()) {
      waiters.put(priority, new ArrayDeque<>());
    }
  }

  /** Waits for a place. */
  void acquire(Priority priority) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var waiter = new Waiter(lock.newCondition());
      queue(priority).add(waiter);
      callNext();
      boolean taken = false;
      try {
        while (!waiter.called) {
          waiter.turn.await();
        }
        taken = true;
      } finally {
        if (!taken) {
          leave(priority, waiter);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is a place that nobody waits for. */
  boolean isFree() {
    lock.lock();
    try {
      return free > 0;
    } finally {
      lock.unlock();
    }
  }

  void release() {
    lock.lock();
    try {
      free++;
      callNext();
    } finally {
      lock.unlock();
    }
  }

  private void leave(Priority priority, Waiter waiter) {
    if (waiter.called) {
      free++;
      callNext();
    } else {
      queue(priority).remove(waiter);
    }
  }

  private void callNext() {
    while (free > 0) {
      var next = next();
      if (next == null) {
        return;
      }
      free--;
      next.called = true;
      next.turn.signal();
    }
  }

  private @Nullable Waiter next() {
    return turns
        .next(priority -> !queue(priority).isEmpty())
        .map(priority -> queue(priority).poll())
        .orElse(null);
  }

  private Deque<Waiter> queue(Priority priority) {
    return Objects.requireNonNull(waiters.get(priority));
  }
}
