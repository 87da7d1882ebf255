package dev.planlift.core.linework;

import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What may be a letter, or a part of one. */
record Glyph(List<Mark> marks) {
  private static final double PARALLEL = Math.sin(Math.toRadians(4));

  /**
   * Strokes of letters stand upright or lie; where so much of them does, the rest is of no matter.
   */
  private static final double UPRIGHT = 0.4;

  /** Of sides of a box so much is drawn, at least. */
  private static final double SIDE = 0.85;

  private static final double ON_SIDE = 0.04;

  /** Letters in one row are told apart by an eighth of their height. */
  private static final double STEPS = 8;

  /** Two of one letter are the same to this. */
  record Look(long width, long height, long ink) {}

  static Glyph of(List<Glyph> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : new Glyph(parts.stream().flatMap(part -> part.marks.stream()).toList());
  }

  /**
   * How its strokes are turned: from 0 to a quarter of a turn, radians; empty where they run in all
   * directions. The mean of four times each angle.
   */
  OptionalDouble turnRad() {
    double x = 0;
    double y = 0;
    double all = 0;
    for (var piece : pieces()) {
      double length = piece.length();
      double angle = 4 * piece.angleRad();
      x += length * Math.cos(angle);
      y += length * Math.sin(angle);
      all += length;
    }
    if (Math.hypot(x, y) < UPRIGHT * all) {
      return OptionalDouble.empty();
    }
    double turn = Math.atan2(y, x) / 4;
    return OptionalDouble.of(turn < 0 ? turn + Math.PI / 2 : turn);
  }

  /** The box around it in axes turned by an angle. */
  Extent extent(double angleRad) {
    return Extent.of(marks, angleRad);
  }

  private List<Vec2> pieces() {
    var pieces = new ArrayList<Vec2>();
    for (var mark : marks) {
      for (int i = 0; i < mark.size(); i++) {
        pieces.add(mark.to(i).minus(mark.from(i)));
      }
    }
    return pieces;
  }

  /** Whether it is no more than lines in one direction, or a box: a dash, a column, a pier. */
  boolean isPlain(double angleRad) {
    return isParallel() || isBox(angleRad);
  }

  private boolean isParallel() {
    var first = Vec2.ZERO;
    for (var piece : pieces()) {
      if (first.equals(Vec2.ZERO)) {
        first = piece.normalized();
      } else if (Math.abs(first.cross(piece)) > PARALLEL * piece.length()) {
        return false;
      }
    }
    return true;
  }

  /** Whether all four sides of the box around it are drawn, or all of another box. */
  private boolean isBox(double angleRad) {
    if (isFramed(angleRad)) {
      return true;
    }
    var turn = turnRad();
    return turn.isPresent() && isFramed(turn.getAsDouble());
  }

  private boolean isFramed(double angleRad) {
    var box = extent(angleRad);
    double c = Math.cos(angleRad);
    double s = Math.sin(angleRad);
    double off = ON_SIDE * box.longer();
    var sides = new double[4];
    for (var mark : marks) {
      for (int i = 0; i < mark.size(); i++) {
        var a = mark.from(i);
        var b = mark.to(i);
        double ax = c * a.x() + s * a.y();
        double ay = c * a.y() - s * a.x();
        double bx = c * b.x() + s * b.y();
        double by = c * b.y() - s * b.x();
        sides[0] += Math.max(ax, bx) - box.left() <= off ? Math.abs(by - ay) : 0;
        sides[1] += box.right() - Math.min(ax, bx) <= off ? Math.abs(by - ay) : 0;
        sides[2] += Math.max(ay, by) - box.low() <= off ? Math.abs(bx - ax) : 0;
        sides[3] += box.high() - Math.min(ay, by) <= off ? Math.abs(bx - ax) : 0;
      }
    }
    return Math.min(sides[0], sides[1]) >= SIDE * box.height()
        && Math.min(sides[2], sides[3]) >= SIDE * box.width();
  }

  /**
   * @param height of its row, points
   */
  Look look(double angleRad, double height) {
    var box = extent(angleRad);
    double ink = pieces().stream().mapToDouble(Vec2::length).sum();
    return new Look(
        Math.round(STEPS * box.width() / height),
        Math.round(STEPS * box.height() / height),
        Math.round(STEPS / 2 * ink / height));
  }
}
