package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.bench.chaos.Poster.Parcel;
import dev.planlift.cli.embedded.Installation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Two servers on one database, broker and storage: each job is posted to both at the same moment
 * under one id, every drawing comes for two jobs, and each job's message is sent four times.
 */
record SameTwice() implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int COPIES = 3;

  @Override
  public String name() {
    return "same-twice";
  }

  @Override
  public String what() {
    return "two servers are given the same ids, drawings and messages: each job runs once";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.RABBIT;
  }

  @Override
  public Size usual() {
    return new Size(100, 0, 1);
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    var run = "same-" + UUID.randomUUID();
    var ids = new HashSet<UUID>();
    int refusedOnce = 0;
    try (var ledger = new Ledger(bed.database(), run);
        var second = bed.startSecond(Installation.find());
        var one = new Poster(bed.address());
        var other = new Poster(second.address());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < size.jobs(); i++) {
        var drawing = SmallDrawing.of(run + " " + i / 2);
        var parcel = new Parcel(UUID.randomUUID(), run, "default", () -> drawing);
        var asked = List.<Callable<Integer>>of(() -> one.post(parcel), () -> other.post(parcel));
        var answers = new ArrayList<Integer>();
        for (var answer : threads.invokeAll(asked)) {
          answers.add(answer.get());
        }
        sendAgain(bed, parcel.id());
        ids.add(parcel.id());
        answers.sort(null);
        refusedOnce += answers.equals(List.of(Poster.ACCEPTED, Poster.CONFLICT)) ? 1 : 0;
      }
      return judge(bed, ledger, ids, refusedOnce, out);
    }
  }

  private static boolean judge(
      Testbed bed, Ledger ledger, HashSet<UUID> ids, int refusedOnce, Consumer<String> out)
      throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (ledger.ended() < ids.size() && System.nanoTime() < deadline) {
      Thread.sleep(200);
    }
    var tally = ledger.tally(ids, new HashSet<>());
    int left = Verdict.messages(bed);
    out.accept(tally.toString());
    out.accept(
        "one of two equal posts refused: %d of %d; servers that ran jobs: %s; messages left %d"
            .formatted(refusedOnce, ids.size(), ledger.workers(), left));
    return tally.allSucceeded()
        && tally.attempts() == ids.size()
        && refusedOnce == ids.size()
        && left == 0;
  }

  /** By the outbox, as the reaper does it. */
  private static void sendAgain(Testbed bed, UUID job) throws SQLException {
    try (var connection = bed.database().connect();
        var insert =
            connection.prepareStatement(
                "insert into outbox (job_id, created_at) select id, now()"
                    + " from job, generate_series(1, ?) where id = ?")) {
      insert.setInt(1, COPIES);
      insert.setObject(2, job);
      insert.executeUpdate();
    }
  }
}
