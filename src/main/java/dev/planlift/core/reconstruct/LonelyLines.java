package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;

/**
 * Lines that meet others at their ends only, and at the others' ends: boxes that stand apart, as in
 * forms, tables of frames and diagrams. Walls run into each other.
 */
final class LonelyLines {
  /** Lines meet that are nearer than this share of the size. */
  private static final double MEET = 1e-3;

  /** The sine of the angle below which lines run alike. */
  private static final double ALIKE = 0.02;

  private static final long MOST_LOOKED_AT = 1_500_000;

  private LonelyLines() {}

  /**
   * Their part of all.
   *
   * @param index of the lines
   * @param size lengths are shares of
   * @param weight of a line
   * @return 0 to 1; 0 where there is too much to look at
   */
  static double share(
      List<LineWork.Line> lines,
      LineIndex index,
      double size,
      ToDoubleFunction<LineWork.Line> weight) {
    double all = 0;
    double lonely = 0;
    long looked = 0;
    for (var line : lines) {
      var box = new Envelope(line.a(), line.b());
      box.expandBy(MEET * size);
      var near = index.in(box);
      looked += near.size();
      if (looked > MOST_LOOKED_AT) {
        return 0;
      }
      double own = weight.applyAsDouble(line);
      all += own;
      boolean met = near.stream().anyMatch(other -> meets(line, other, MEET * size));
      lonely += met ? 0 : own;
    }
    return all == 0 ? 0 : lonely / all;
  }

  /** Whether lines cross, or one ends upon the other. */
  private static boolean meets(LineWork.Line line, LineWork.Line other, double near) {
    var d = line.direction();
    var e = other.direction();
    if (Math.abs(d.x * e.y - d.y * e.x) < ALIKE) {
      return false;
    }
    double apart = segment(line).distance(segment(other));
    return apart < near && !isEnd(line, other.a(), near) && !isEnd(line, other.b(), near);
  }

  private static LineSegment segment(LineWork.Line line) {
    return new LineSegment(line.a(), line.b());
  }

  private static boolean isEnd(LineWork.Line line, Coordinate end, double near) {
    return Math.min(line.a().distance(end), line.b().distance(end)) < near;
  }
}
