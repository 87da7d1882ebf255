package dev.planlift.core.reconstruct;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Slopes that lean against each other, as roofs do that are seen from the side. */
final class Slopes {
  private static final double LEAST_RAD = Math.toRadians(6);
  private static final double MOST_RAD = Math.toRadians(70);
  private static final double SAME_RAD = Math.toRadians(2);

  /** Shares of the size. */
  private static final double LONG = 0.06;

  private static final double MEET = 0.012;

  private static final int MOST = 600;

  /**
   * A slope.
   *
   * @param top its higher end
   */
  private record Slope(Coordinate top, Coordinate foot) {
    static Slope of(LineWork.Line line) {
      return line.a().y > line.b().y
          ? new Slope(line.a(), line.b())
          : new Slope(line.b(), line.a());
    }

    boolean risesToTheRight() {
      return top.x > foot.x;
    }

    double rad() {
      return Math.atan2(top.y - foot.y, Math.abs(top.x - foot.x));
    }
  }

  private Slopes() {}

  /**
   * How many ridges there are more than valleys: crosses, and roofs seen from above, have as many.
   *
   * @param size what lengths are shares of
   */
  static int gables(List<LineWork.Line> lines, double size) {
    var slopes =
        lines.stream()
            .filter(line -> line.length() >= LONG * size)
            .map(Slope::of)
            .filter(slope -> slope.rad() > LEAST_RAD && slope.rad() < MOST_RAD)
            .limit(MOST)
            .toList();
    int ridges = 0;
    int valleys = 0;
    for (var left : slopes) {
      for (var right : slopes) {
        boolean lean =
            left.risesToTheRight()
                && !right.risesToTheRight()
                && Math.abs(left.rad() - right.rad()) < SAME_RAD;
        if (lean && left.top().distance(right.top()) < MEET * size) {
          ridges++;
        } else if (lean && left.foot().distance(right.foot()) < MEET * size) {
          valleys++;
        }
      }
    }
    return ridges - valleys;
  }
}
