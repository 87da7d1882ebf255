package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.bench.chaos.Poster.Parcel;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Drawings that clients post, each again and again under its own id until the server says that it
 * has it; and what becomes of them. Thread-safe.
 */
final class Load implements AutoCloseable {
  private static final int CLIENTS = 8;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String run = "chaos-" + UUID.randomUUID();
  private final Poster poster;
  private final Ledger ledger;
  private final IntFunction<byte[]> drawings;
  private final int jobs;
  private final int ahead;
  private final AtomicInteger next = new AtomicInteger();
  private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile @Nullable Exception fault;
  private volatile int ended;

  /**
   * Begins to post.
   *
   * @param count of clients that post at a time
   * @param ahead so many jobs may be posted that have not ended, so that clients and workers are at
   *     it at the same time
   * @param drawings by their number
   */
  Load(Testbed bed, int jobs, int count, int ahead, IntFunction<byte[]> drawings) {
    this.poster = new Poster(bed.address());
    this.ledger = new Ledger(bed.database(), run);
    this.jobs = jobs;
    this.ahead = ahead;
    this.drawings = drawings;
    for (int i = 0; i < count; i++) {
      clients.add(Thread.ofVirtual().start(this::post));
    }
  }

  /** Small drawings, all of them different from those of any other load. */
  static Load small(Testbed bed, int jobs, int ahead) {
    return small(bed, jobs, CLIENTS, ahead);
  }

  /** The same from another number of clients. */
  static Load small(Testbed bed, int jobs, int clients, int ahead) {
    var salt = UUID.randomUUID();
    var load = new Load(bed, jobs, clients, ahead, i -> SmallDrawing.of(salt + " " + i));
    bed.watch(load);
    return load;
  }

  private void post() {
    try {
      for (int i = next.getAndIncrement(); i < jobs; i = next.getAndIncrement()) {
        while (i - ended > ahead) {
          Thread.sleep(PAUSE);
        }
        var drawing = drawings.apply(i);
        post(new Parcel(UUID.randomUUID(), run, "default", () -> drawing));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fault = e;
    }
  }

  private void post(Parcel parcel) throws InterruptedException {
    while (true) {
      var answer = answer(parcel);
      answers.computeIfAbsent(answer, any -> new AtomicInteger()).incrementAndGet();
      switch (answer) {
        // The latter where the answer to the first was lost.
        case "202", "409" -> {
          accepted.add(parcel.id());
          return;
        }
        case "503", "500", "none" -> Thread.sleep(PAUSE);
        default -> {
          return; // what is not wanted now will not be later
        }
      }
    }
  }

  private String answer(Parcel parcel) throws InterruptedException {
    try {
      return Integer.toString(poster.post(parcel));
    } catch (IOException e) {
      return "none";
    }
  }

  /**
   * Posts one more drawing, which goes before all others, on its own queue.
   *
   * @return its id, when it is accepted
   */
  UUID postUrgent() throws InterruptedException {
    var id = UUID.randomUUID();
    post(new Parcel(id, run, "high", () -> SmallDrawing.of("urgent " + id)));
    return id;
  }

  /** Waits until a number of jobs has ended, or the time is over. */
  boolean awaitEnded(int count, Duration limit) throws InterruptedException {
    return await(() -> ended >= count, limit);
  }

  /** Waits until all are posted, and all that were have ended; whether that came in time. */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    return await(() -> isPosted() && ended >= accepted.size(), limit);
  }

  /** Waits until all have ended that are accepted so far; whether that came in time. */
  boolean awaitAcceptedEnded(Duration limit) throws InterruptedException {
    return await(() -> ended >= accepted.size(), limit);
  }

  /** Waits until all are posted. */
  boolean awaitPosted(Duration limit) throws InterruptedException {
    return await(this::isPosted, limit);
  }

  private boolean isPosted() {
    return clients.stream().noneMatch(Thread::isAlive);
  }

  private boolean await(BooleanSupplier done, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      int now = ledger.ended();
      ended = Math.max(ended, now);
      var failed = fault;
      if (failed != null) {
        throw new IllegalStateException(failed.getMessage(), failed);
      }
      if (done.getAsBoolean()) {
        return true;
      }
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
  }

  int accepted() {
    return accepted.size();
  }

  int ended() {
    return ended;
  }

  Ledger ledger() {
    return ledger;
  }

  /** How often each status was answered; {@code none} where the connection broke. */
  Map<String, AtomicInteger> answers() {
    return answers;
  }

  /** Whether the server was never at a loss: in trouble it says 503, or nothing at all. */
  boolean refusedWell() {
    return answers.keySet().stream()
        .noneMatch(answer -> answer.startsWith("5") && !answer.equals("503"));
  }

  /** Whether a client was told to come again. */
  boolean wasRefused() {
    return answers.containsKey("503");
  }

  /** What became of the jobs; the models of all successes are asked for. */
  Tally tally() throws SQLException, IOException, InterruptedException {
    var modelless = new HashSet<UUID>();
    for (var entry : ledger.entries().entrySet()) {
      if (entry.getValue().state().equals("SUCCESS") && !hasModel(entry.getKey())) {
        modelless.add(entry.getKey());
      }
    }
    return ledger.tally(Set.copyOf(accepted), modelless);
  }

  private boolean hasModel(UUID id) throws IOException, InterruptedException {
    int status = poster.model(id);
    return status == 200 || status == 307;
  }

  @Override
  public void close() {
    clients.forEach(Thread::interrupt);
    poster.close();
    ledger.close();
  }
}
