package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeMap;

/**
 * Which moves along an axis bring most length of faces onto faces. Moves are whole steps, counted
 * in an array; those of plans that are larger than any building in a tree, which is slower.
 */
final class MoveVotes {
  /** 5 km in steps of {@link StoreyFit#STEP_M}. */
  private static final int MAX_ARRAY = 1 << 18;

  private record Move(int steps, double votes) {}

  private final List<Move> best = new ArrayList<>();
  private final int most;

  private MoveVotes(int most) {
    this.most = most;
  }

  /**
   * The best moves, steps; of equals the lesser first.
   *
   * @param faces places and lengths, metres
   * @param most so many at most
   */
  static List<Integer> best(List<double[]> faces, List<double[]> onto, int most) {
    if (faces.isEmpty() || onto.isEmpty()) {
      return List.of();
    }
    var moves = new MoveVotes(most);
    var from = places(faces);
    var to = places(onto);
    int first = steps(to.getMin() - from.getMax());
    long last = steps(to.getMax() - from.getMin());
    if (last - first < MAX_ARRAY) {
      var votes = new double[(int) (last - first) + 1];
      for (var face : faces) {
        for (var other : onto) {
          votes[steps(other[0] - face[0]) - first] += Math.min(face[1], other[1]);
        }
      }
      for (int i = 0; i < votes.length; i++) {
        moves.add(first + i, votes[i]);
      }
    } else {
      var votes = new TreeMap<Integer, Double>();
      for (var face : faces) {
        for (var other : onto) {
          votes.merge(steps(other[0] - face[0]), Math.min(face[1], other[1]), Double::sum);
        }
      }
      votes.forEach(moves::add);
    }
    return moves.best.stream().map(Move::steps).toList();
  }

  private static int steps(double metres) {
    return (int) Math.round(metres / StoreyFit.STEP_M);
  }

  private static DoubleSummaryStatistics places(List<double[]> faces) {
    return faces.stream().mapToDouble(face -> face[0]).summaryStatistics();
  }

  /** Takes a move that has votes; moves must come in ascending order. */
  private void add(int steps, double votes) {
    if (best.size() == most && votes <= best.getLast().votes) {
      return;
    }
    int at = best.size();
    while (at > 0 && votes > best.get(at - 1).votes) {
      at--;
    }
    if (votes > 0) {
      best.add(at, new Move(steps, votes));
      if (best.size() > most) {
        best.removeLast();
      }
    }
  }
}
