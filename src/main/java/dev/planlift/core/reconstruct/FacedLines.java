package dev.planlift.core.reconstruct;

import org.locationtech.jts.geom.Envelope;

/**
 * Tells lines that others run beside as the faces of a wall do: what builds, in walls, beams and
 * rafters, from leaders, dimensions, frames and axes. One use, one thread.
 */
final class FacedLines {
  /** Of a wall's face so much has its other face beside it. */
  private static final double PAIRED = 0.6;

  /** So many neighbours are looked at in all. */
  private static final long MAX_LOOKED_AT = 3_000_000;

  private static final double PARALLEL_M = 0.01;

  private final LineWork work;
  private final LineIndex index;
  private long lookedAt;

  FacedLines(LineWork work, LineIndex index) {
    this.work = work;
    this.index = index;
  }

  /** Whether there was more to look at than is looked at: what was said is not to be relied on. */
  boolean cutShort() {
    return lookedAt > MAX_LOOKED_AT;
  }

  /** Whether other lines run beside a line, a wall's thickness off, along most of it. */
  boolean isFaced(LineWork.Line line) {
    if (work.use(line.item()) == LineWork.Use.WALL) {
      return true;
    }
    if (cutShort()) {
      return false;
    }
    var box = new Envelope(line.a(), line.b());
    box.expandBy(Sizes.MAX_WALL_M);
    var stretch = Stretch.of(line);
    double left = 0;
    double right = 0;
    var beside = index.in(box);
    lookedAt += beside.size();
    for (var other : beside) {
      double across = stretch.across(other.middle());
      double distance = Math.abs(across);
      if (distance >= Sizes.MIN_WALL_M
          && distance <= Sizes.MAX_WALL_M
          && Math.abs(stretch.across(other.a()) - stretch.across(other.b())) < PARALLEL_M) {
        double shared = stretch.beside(other);
        left += across > 0 ? shared : 0;
        right += across < 0 ? shared : 0;
      }
    }
    return Math.max(left, right) >= PAIRED * line.length();
  }
}
