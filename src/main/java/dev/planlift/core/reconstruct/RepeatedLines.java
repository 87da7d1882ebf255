package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Whether lines are drawn once more elsewhere: moved, never turned. */
final class RepeatedLines {
  /** Shorter ones are jambs, returns and symbols. */
  private static final double LEAST_M = 0.5;

  private static final int MOST = 400;
  private static final int TRIES = 3;
  private static final double SAME_M = 0.03;

  private RepeatedLines() {}

  /** Of the lesser of two sets of lines so much, by length, is in the other at its best move. */
  static double share(List<LineWork.Line> ones, List<LineWork.Line> others) {
    var from = longest(ones);
    var to = longest(others);
    double least = Math.min(length(from), length(to));
    if (least == 0) {
      return 0;
    }
    var index = new LineIndex(to);
    double best = 0;
    for (int x : MoveVotes.best(places(from, true), places(to, true), TRIES)) {
      for (int y : MoveVotes.best(places(from, false), places(to, false), TRIES)) {
        double dx = x * StoreyFit.STEP_M;
        double dy = y * StoreyFit.STEP_M;
        double same = length(from.stream().filter(line -> isThere(line, dx, dy, index)).toList());
        best = Math.max(best, same / least);
      }
    }
    return best;
  }

  private static List<LineWork.Line> longest(List<LineWork.Line> lines) {
    return lines.stream()
        .filter(line -> line.length() >= LEAST_M)
        .sorted(Comparator.comparingDouble(line -> -line.length()))
        .limit(MOST)
        .toList();
  }

  private static double length(List<LineWork.Line> lines) {
    return lines.stream().mapToDouble(LineWork.Line::length).sum();
  }

  /** Where lines along one axis stand on the other, and how long they are. */
  private static List<double[]> places(List<LineWork.Line> lines, boolean upright) {
    var places = new ArrayList<double[]>();
    for (var line : lines) {
      double off = upright ? line.a().x - line.b().x : line.a().y - line.b().y;
      if (Math.abs(off) < SAME_M) {
        var middle = line.middle();
        places.add(new double[] {upright ? middle.x : middle.y, line.length()});
      }
    }
    return places;
  }

  private static boolean isThere(LineWork.Line line, double dx, double dy, LineIndex index) {
    var a = new Coordinate(line.a().x + dx, line.a().y + dy);
    var b = new Coordinate(line.b().x + dx, line.b().y + dy);
    return index.near(a, SAME_M).stream()
        .anyMatch(
            other ->
                (other.a().distance(a) < SAME_M && other.b().distance(b) < SAME_M)
                    || (other.a().distance(b) < SAME_M && other.b().distance(a) < SAME_M));
  }
}
