package dev.planlift.cli.bench.chaos;

import java.util.Random;

/**
 * How large a proof is made.
 *
 * @param jobs drawings that are posted
 * @param kills how often something is killed, where the proof kills
 * @param seed of all that is left to chance
 * @param timed whether what takes longer than promised counts as broken, as on a quiet machine
 */
record Size(int jobs, int kills, long seed, boolean timed) {
  public Size {
    if (jobs < 1 || kills < 0) {
      throw new IllegalArgumentException("A proof has at least one job");
    }
  }

  Size(int jobs, int kills, long seed) {
    this(jobs, kills, seed, true);
  }

  Size untimed() {
    return new Size(jobs, kills, seed, false);
  }

  Random chance() {
    return new Random(seed);
  }
}
