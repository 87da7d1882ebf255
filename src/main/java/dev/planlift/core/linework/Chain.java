package dev.planlift.core.linework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Strokes one after the other, each with the way it is gone through.
 *
 * @param strokes by number
 * @param forward whether from its start to its end
 */
record Chain(List<Integer> strokes, List<Boolean> forward) {
  private static final int NONE = -1;

  /** Tells how strokes go on. */
  interface Rule {
    /**
     * The end that a stroke goes on with: twice the other stroke's number, plus one for its end.
     *
     * @param atEnd whether behind its end; before its start else
     */
    OptionalInt next(int stroke, boolean atEnd);
  }

  /**
   * All chains of two strokes or more: where one stroke goes on with another and that one with it.
   * Each stroke is in one at most. Linear in the strokes.
   */
  static List<Chain> of(int strokes, Rule rule) {
    var next = new int[2 * strokes];
    for (int end = 0; end < next.length; end++) {
      next[end] = rule.next(end / 2, end % 2 == 1).orElse(NONE);
    }
    for (int end = 0; end < next.length; end++) {
      if (next[end] != NONE && next[next[end]] != end) {
        next[end] = NONE;
      }
    }
    var seen = new boolean[strokes];
    var chains = new ArrayList<Chain>();
    for (int end = 0; end < next.length; end++) {
      if (next[end] == NONE && next[end ^ 1] != NONE && !seen[end / 2]) {
        chains.add(walk(end, next, seen));
      }
    }
    for (int stroke = 0; stroke < strokes; stroke++) {
      if (!seen[stroke] && next[2 * stroke] != NONE) {
        chains.add(walk(2 * stroke, next, seen)); // a ring
      }
    }
    return chains;
  }

  /** From an end of a stroke through it and on. */
  private static Chain walk(int from, int[] next, boolean[] seen) {
    var strokes = new ArrayList<Integer>();
    var forward = new ArrayList<Boolean>();
    int end = from;
    while (end != NONE && !seen[end / 2]) {
      seen[end / 2] = true;
      strokes.add(end / 2);
      forward.add(end % 2 == 0);
      end = next[end ^ 1];
    }
    return new Chain(strokes, forward);
  }

  int size() {
    return strokes.size();
  }

  /** A part of it. */
  Chain part(int from, int to) {
    return new Chain(strokes.subList(from, to), forward.subList(from, to));
  }

  /** Twice the number of its strokes, plus one for their ends, in the order gone through. */
  int[] ends() {
    var ends = new int[2 * size()];
    Arrays.setAll(ends, i -> 2 * strokes.get(i / 2) + (forward.get(i / 2) == (i % 2 == 0) ? 0 : 1));
    return ends;
  }
}
