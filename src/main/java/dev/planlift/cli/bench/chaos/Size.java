package dev.planlift.cli.bench.chaos;

import java.util.Random;

/**
 * How large a proof is made.
 *
 * @param jobs drawings that are posted
 * @param kills how often something is killed, where the proof kills
 * @param seed of all that is left to chance
 */
public record Size(int jobs, int kills, long seed) {
  public Size {
    if (jobs < 1 || kills < 0) {
      throw new IllegalArgumentException("A proof has at least one job");
    }
  }

  Random chance() {
    return new Random(seed);
  }
}
