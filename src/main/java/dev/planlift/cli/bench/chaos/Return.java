package dev.planlift.cli.bench.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How soon messages are consumed again once what was away is back: an urgent drawing is posted,
 * whose queue was empty, so that none who held a message already can have taken it.
 */
final class Return {
  static final Duration PROMISED = Duration.ofSeconds(5);

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int GLANCE_MILLIS = 20;

  private Return() {}

  /**
   * Measures from now until it is begun; whether that is as soon as promised, where the size asks
   * for it.
   */
  static boolean measure(Load load, Size size, String from, Consumer<String> out)
      throws InterruptedException, SQLException {
    long back = System.nanoTime();
    var urgent = load.postUrgent();
    while (!load.ledger().isBegun(urgent)) {
      if (System.nanoTime() - back > LIMIT.toNanos()) {
        out.accept("no job is begun within " + LIMIT.toSeconds() + " s of " + from);
        return false;
      }
      Thread.sleep(GLANCE_MILLIS);
    }
    long millis = (System.nanoTime() - back) / 1_000_000;
    out.accept("an urgent job is begun %.2f s after %s".formatted(millis / 1000.0, from));
    return !size.timed() || millis <= PROMISED.toMillis();
  }
}
