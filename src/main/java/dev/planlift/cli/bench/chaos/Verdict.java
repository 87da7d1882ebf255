package dev.planlift.cli.bench.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** How a proof ends: the tally, what clients were answered, and what is left in the queues. */
final class Verdict {
  private static final Duration QUIET_LIMIT = Duration.ofSeconds(60);

  private Verdict() {}

  /**
   * Waits for the jobs' ends and counts.
   *
   * @param limit time for the jobs that are left; what has not ended by then is lost
   */
  static boolean on(Load load, Testbed bed, Duration limit, Consumer<String> out)
      throws IOException, SQLException, InterruptedException {
    load.awaitEnd(limit);
    var tally = load.tally();
    int left = messages(bed);
    out.accept(tally.toString());
    out.accept("answers " + load.answers() + "; messages left " + left);
    return tally.isClean() && load.refusedWell() && left == 0;
  }

  /** The last acknowledgements are on their way when the last job has ended. */
  static int messages(Testbed bed) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + QUIET_LIMIT.toNanos();
    int left = bed.messages();
    while (left > 0 && System.nanoTime() < deadline) {
      Thread.sleep(500);
      left = bed.messages();
    }
    return left;
  }
}
