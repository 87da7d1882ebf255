package dev.planlift.core.reconstruct;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Level lines on which a building stands that is seen from the side. */
final class GroundLines {
  private static final double LEVEL_RAD = Math.toRadians(0.5);

  /** Shares of the size. */
  private static final double LONG = 0.25;

  private static final double TOUCH = 0.004;

  private static final double STANDS = 0.02;

  /** The ground goes on beyond what stands on it, on both sides, by this share of its length. */
  private static final double BEYOND = 0.02;

  private static final int LEAST_STANDING = 4;

  private static final int MOST = 200;

  private GroundLines() {}

  /**
   * How many there are.
   *
   * @param size what lengths are shares of
   */
  static int count(List<LineWork.Line> lines, LineIndex index, double size) {
    return (int)
        lines.stream()
            .filter(line -> line.length() >= LONG * size)
            .filter(line -> Math.abs(Math.sin(line.angleRad())) < LEVEL_RAD)
            .limit(MOST)
            .filter(line -> isGround(line, index, size))
            .count();
  }

  private static boolean isGround(LineWork.Line line, LineIndex index, double size) {
    double reach = TOUCH * size;
    double y = line.middle().y;
    var touching = new Envelope(line.a(), line.b());
    touching.expandBy(reach);
    int above = 0;
    int below = 0;
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (var other : index.in(touching)) {
      var low = lower(other);
      var high = other.a().equals2D(low) ? other.b() : other.a();
      if (high.y - low.y < STANDS * size) {
        continue;
      }
      if (Math.abs(low.y - y) < reach && Math.abs(low.x - high.x) < reach) {
        above++;
        least = Math.min(least, low.x);
        most = Math.max(most, low.x);
      } else if (low.y < y - reach) {
        below++;
      }
    }
    double beyond = BEYOND * line.length();
    return above >= LEAST_STANDING
        && below == 0
        && least > Math.min(line.a().x, line.b().x) + beyond
        && most < Math.max(line.a().x, line.b().x) - beyond;
  }

  private static Coordinate lower(LineWork.Line line) {
    return line.a().y < line.b().y ? line.a() : line.b();
  }
}
