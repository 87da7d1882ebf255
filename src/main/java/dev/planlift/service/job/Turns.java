package dev.planlift.service.job;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whose turn it is among jobs of different priority. The more urgent go first, but at most {@link
 * #IN_A_ROW} pass while less urgent ones wait; then one of these has its turn. So under whatever
 * load of urgent jobs each priority gets at least one turn in five of what those above leave to it:
 * nobody starves. For one thread at a time.
 */
public final class Turns {
  /** So many turns in a row an urgent priority takes before one that waits below it. */
  public static final int IN_A_ROW = 4;

  private final Map<Priority, Integer> taken = new EnumMap<>(Priority.class);

  /**
   * Takes a turn.
   *
   * @param waits whether somebody of a priority waits
   * @return the priority whose turn it is; empty where nobody waits
   */
  public Optional<Priority> next(Predicate<Priority> waits) {
    for (var priority : Priority.values()) {
      if (!waits.test(priority)) {
        continue;
      }
      if (!waitsBelow(priority, waits)) {
        taken.put(priority, 0);
        return Optional.of(priority);
      }
      if (taken.merge(priority, 1, Integer::sum) <= IN_A_ROW) {
        return Optional.of(priority);
      }
      taken.put(priority, 0);
    }
    return Optional.empty();
  }

  private static boolean waitsBelow(Priority priority, Predicate<Priority> waits) {
    return Arrays.stream(Priority.values())
        .anyMatch(below -> below.compareTo(priority) > 0 && waits.test(below));
  }
}
