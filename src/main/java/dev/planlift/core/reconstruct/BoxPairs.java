package dev.planlift.core.reconstruct;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;

/**
 * Counts how many boxes meet, without a look at the pairs: all pairs there are, less those of which
 * one lies wholly to a side of the other; those that do so in both directions were taken off twice.
 * Time grows with the boxes by n log n, however many meet.
 */
final class BoxPairs {
  private BoxPairs() {}

  /**
   * How many pairs of boxes are no farther apart than that in either direction, each counted from
   * both sides and each box with itself.
   *
   * @param apart not negative
   */
  static long within(List<Envelope> boxes, double apart) {
    var left = Side.of(boxes, Envelope::getMaxX, box -> box.getMinX() - apart);
    var right = Side.of(boxes, box -> -box.getMinX(), box -> -(box.getMaxX() + apart));
    var below = Side.of(boxes, Envelope::getMaxY, box -> box.getMinY() - apart);
    var above = Side.of(boxes, box -> -box.getMinY(), box -> -(box.getMaxY() + apart));
    long all = (long) boxes.size() * boxes.size();
    return all
        - (left.count() + right.count() + below.count() + above.count())
        + (left.countAlso(below) + left.countAlso(above))
        + (right.countAlso(below) + right.countAlso(above));
  }

  /** Which boxes lie to one side of which. */
  private static final class Side {
    /** Of each box, by how far it reaches towards the others: so many reach less far. */
    private final int[] ranks;

    /** How many boxes lie to that side of each. */
    private final int[] beyond;

    private Side(int[] ranks, int[] beyond) {
      this.ranks = ranks;
      this.beyond = beyond;
    }

    static Side of(
        List<Envelope> boxes, ToDoubleFunction<Envelope> reach, ToDoubleFunction<Envelope> edge) {
      var reaches = boxes.stream().mapToDouble(reach).toArray();
      var sorted = reaches.clone();
      Arrays.sort(sorted);
      var ranks = Arrays.stream(reaches).mapToInt(at -> less(sorted, at)).toArray();
      var beyond = boxes.stream().mapToDouble(edge).mapToInt(at -> less(sorted, at)).toArray();
      return new Side(ranks, beyond);
    }

    /** How many are less. */
    private static int less(double[] sorted, double than) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] < than) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** Over all boxes, how many lie to this side of them. */
    long count() {
      return Arrays.stream(beyond).asLongStream().sum();
    }

    /** Over all boxes, how many lie to this side of them and to another side, too. */
    long countAlso(Side other) {
      var arriving = order(ranks);
      var asking = order(beyond);
      var known = new Tally(ranks.length);
      long count = 0;
      int next = 0;
      for (int box : asking) {
        while (next < beyond[box]) {
          known.add(other.ranks[arriving[next++]]);
        }
        count += known.less(other.beyond[box]);
      }
      return count;
    }

    /** The places of keys from 0 to their number, from the least to the greatest. */
    private static int[] order(int[] keys) {
      var starts = new int[keys.length + 2];
      for (int key : keys) {
        starts[key + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      var order = new int[keys.length];
      for (int i = 0; i < keys.length; i++) {
        order[starts[keys[i]]++] = i;
      }
      return order;
    }
  }

  /** Numbers that were added, counted by size: a Fenwick tree. */
  private static final class Tally {
    private final int[] sums;

    Tally(int size) {
      sums = new int[size + 1];
    }

    void add(int number) {
      for (int i = number + 1; i < sums.length; i += i & -i) {
        sums[i]++;
      }
    }

    /** How many less than that. */
    int less(int than) {
      int sum = 0;
      for (int i = than; i > 0; i -= i & -i) {
        sum += sums[i];
      }
      return sum;
    }
  }
}
