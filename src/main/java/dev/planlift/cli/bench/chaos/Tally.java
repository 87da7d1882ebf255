package dev.planlift.cli.bench.chaos;

import java.util.Locale;

/**
 * What became of the jobs that a server had accepted.
 *
 * @param failed ended as their input was at fault
 * @param lost without an end in due time, without a row, or a success without its model
 * @param doubled with more than one end, or rows that nobody had asked for
 * @param attempts of all jobs together
 */
public record Tally(
    int accepted,
    int succeeded,
    int failed,
    int deadLettered,
    int lost,
    int doubled,
    long attempts) {
  /** Whether every accepted job has ended exactly once. */
  public boolean isClean() {
    return lost == 0 && doubled == 0;
  }

  /** Clean, and nothing but successes. */
  public boolean allSucceeded() {
    return isClean() && succeeded == accepted;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "accepted %d, succeeded %d, failed %d, dead-lettered %d, lost %d, doubled %d (%d attempts)",
        accepted,
        succeeded,
        failed,
        deadLettered,
        lost,
        doubled,
        attempts);
  }
}
