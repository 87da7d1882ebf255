package dev.planlift.service.worker;

import dev.planlift.service.job.Priority;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A fixed number of places; of those who wait the most urgent comes first, among equals the one who
 * has waited longest. Safe for use by many threads.
 */
final class PrioritySlots {
  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Waiter> waiters =
      new PriorityQueue<>(Comparator.comparing(Waiter::priority).thenComparingLong(Waiter::ticket));
  private int free;
  private long tickets;

  private record Waiter(Priority priority, long ticket, Condition turn) {}

  PrioritySlots(int places) {
    this.free = places;
  }

  /** Waits for a place. */
  void acquire(Priority priority) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var waiter = new Waiter(priority, tickets++, lock.newCondition());
      waiters.add(waiter);
      try {
        while (free == 0 || !waiter.equals(waiters.peek())) {
          waiter.turn().await();
        }
        free--;
      } finally {
        waiters.remove(waiter);
        wakeNext();
      }
    } finally {
      lock.unlock();
    }
  }

  void release() {
    lock.lock();
    try {
      free++;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  private void wakeNext() {
    var next = waiters.peek();
    if (free > 0 && next != null) {
      next.turn().signal();
    }
  }
}
