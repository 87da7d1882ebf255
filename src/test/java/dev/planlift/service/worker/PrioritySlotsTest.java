package dev.planlift.service.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.service.job.Priority;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PrioritySlotsTest {
  @Test
  void theMostUrgentComesFirstAndAmongEqualsTheFirst() throws Exception {
    var slots = new PrioritySlots(1);
    slots.acquire(Priority.LOW);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    var threads = new ArrayList<Thread>();
    for (var name : List.of("LOW 1", "DEFAULT 1", "HIGH 1", "DEFAULT 2", "HIGH 2")) {
      threads.add(waiting(slots, name, order));
    }
    slots.release();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(order).containsExactly("HIGH 1", "HIGH 2", "DEFAULT 1", "DEFAULT 2", "LOW 1");
  }

  @Test
  void aPlaceIsFreeOnlyWhileNobodyHasIt() throws Exception {
    var slots = new PrioritySlots(1);
    assertThat(slots.isFree()).isTrue();
    slots.acquire(Priority.LOW);
    assertThat(slots.isFree()).isFalse();
    slots.release();
    assertThat(slots.isFree()).isTrue();
  }

  @Test
  void oneThatIsNotUrgentIsNotPassedForEver() throws Exception {
    var slots = new PrioritySlots(1);
    slots.acquire(Priority.LOW);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    var threads = new ArrayList<Thread>();
    for (var name : List.of("LOW", "HIGH 1", "HIGH 2", "HIGH 3", "HIGH 4", "HIGH 5", "HIGH 6")) {
      threads.add(waiting(slots, name, order));
    }
    slots.release();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(order)
        .containsExactly("HIGH 1", "HIGH 2", "HIGH 3", "HIGH 4", "LOW", "HIGH 5", "HIGH 6");
  }

  @Test
  void neverMoreThanThePlacesAreTaken() throws Exception {
    var slots = new PrioritySlots(3);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 24; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int round = 0; round < 200; round++) {
                      acquire(slots, Priority.DEFAULT);
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      inside.decrementAndGet();
                      slots.release();
                    }
                  }));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void whoIsInterruptedWhileWaitingTakesNoPlace() throws Exception {
    var slots = new PrioritySlots(1);
    slots.acquire(Priority.LOW);
    var waiting = Thread.ofPlatform().start(() -> acquire(slots, Priority.HIGH));
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    waiting.interrupt();
    waiting.join();
    slots.release();
    slots.acquire(Priority.LOW);
  }

  private static Thread waiting(PrioritySlots slots, String name, List<String> order) {
    var thread = Thread.ofPlatform().start(() -> pass(slots, name, order));
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static void pass(PrioritySlots slots, String name, List<String> order) {
    acquire(slots, Priority.valueOf(name.split(" ", -1)[0]));
    order.add(name);
    slots.release();
  }

  private static void acquire(PrioritySlots slots, Priority priority) {
    try {
      slots.acquire(priority);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
