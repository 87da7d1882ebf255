package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Opening;

/**
 * Lines that draw an opening or speak of it: its leaf, its sill and frame, its axis. What is drawn
 * with the pen of walls and is one of these is no wall that was missed.
 */
final class OpeningMarks {
  /** A leaf begins this near to the opening. */
  private static final double TOUCH_M = 0.1;

  /** Leaves are drawn as wide as their opening, or a little wider. */
  private static final double LONGER_M = 0.15;

  /** Sills stick out so far. */
  private static final double SILL_M = 0.5;

  private static final double BESIDE_M = 0.3;

  /** An axis stands upright on its wall. */
  private static final double UPRIGHT = Math.tan(Math.toRadians(10));

  private OpeningMarks() {}

  /** Whether a line, plan metres, is one of an opening. */
  static boolean draws(Opening opening, Vec2 from, Vec2 to) {
    var along = Vec2.ofAngle(opening.angleRad());
    var a = local(from.minus(opening.center()), along);
    var b = local(to.minus(opening.center()), along);
    double half = opening.widthM() / 2;
    double deep = opening.depthM() / 2;
    boolean leaf =
        from.distance(to) <= opening.widthM() + LONGER_M
            && Math.min(off(a, half, deep), off(b, half, deep)) <= TOUCH_M;
    boolean sill = isIn(a, half, deep) && isIn(b, half, deep);
    return leaf || sill || isAxis(a, b, half, deep);
  }

  private static Vec2 local(Vec2 p, Vec2 along) {
    return new Vec2(p.dot(along), along.cross(p));
  }

  /** How far a point is off the opening. */
  private static double off(Vec2 p, double half, double deep) {
    return Math.hypot(Math.max(0, Math.abs(p.x()) - half), Math.max(0, Math.abs(p.y()) - deep));
  }

  private static boolean isIn(Vec2 p, double half, double deep) {
    return Math.abs(p.x()) <= half + BESIDE_M && Math.abs(p.y()) <= deep + SILL_M;
  }

  private static boolean isAxis(Vec2 a, Vec2 b, double half, double deep) {
    return Math.max(Math.abs(a.x()), Math.abs(b.x())) < half
        && Math.min(a.y(), b.y()) < deep
        && Math.max(a.y(), b.y()) > -deep
        && Math.abs(a.x() - b.x()) < UPRIGHT * Math.abs(a.y() - b.y());
  }
}
