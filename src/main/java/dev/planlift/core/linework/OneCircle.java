package dev.planlift.core.linework;

import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Circular arcs that follow each other round one circle, as one arc. */
final class OneCircle {
  static final double FULL_RAD = 2 * Math.PI;

  private static final double CENTRES_PT = 0.08;
  private static final double CENTRES_SHARE = 0.004;
  private static final double NEARLY_RAD = Math.toRadians(0.5);

  /** How far an arc may lie off the circle of all: what coordinates are rounded to. */
  private static final double OFF_PT = 0.03;

  private static final double OFF_SHARE = 0.002;

  private OneCircle() {}

  /** Two, or empty where they are of two circles or run against each other. */
  static Optional<EllipticArc> joined(EllipticArc before, EllipticArc arc) {
    double r = before.u().length();
    double tolerance = CENTRES_PT + CENTRES_SHARE * r;
    boolean same =
        before.center().distance(arc.center()) <= tolerance
            && Math.abs(r - arc.u().length()) <= tolerance;
    return same ? around(List.of(before, arc), tolerance) : joined(List.of(before, arc));
  }

  /**
   * Several, each beginning where the one before it ends; empty where no circle lies under them
   * all.
   */
  static Optional<EllipticArc> joined(List<EllipticArc> arcs) {
    double r = arcs.stream().mapToDouble(arc -> arc.u().length()).min().orElse(0);
    return around(arcs, OFF_PT + OFF_SHARE * r);
  }

  private static Optional<EllipticArc> around(List<EllipticArc> arcs, double offPt) {
    double sweep = 0;
    var points = new ArrayList<Vec2>();
    points.add(arcs.getFirst().start().xy());
    for (var arc : arcs) {
      if (arc.sweepRad() * arcs.getFirst().sweepRad() <= 0) {
        return Optional.empty();
      }
      sweep += arc.sweepRad();
      for (double t : new double[] {0.25, 0.5, 0.75, 1}) {
        points.add(arc.at(arc.startRad() + t * arc.sweepRad()).xy());
      }
    }
    double whole = sweep;
    return Math.abs(whole) > FULL_RAD + NEARLY_RAD
        ? Optional.empty()
        : FittedCircle.near(points)
            .filter(circle -> points.stream().allMatch(p -> circle.holds(p, offPt)))
            .map(circle -> circle.arc(points.getFirst(), swept(circle, points, whole)));
  }

  private static double swept(FittedCircle circle, List<Vec2> points, double about) {
    return Math.abs(about) > FULL_RAD - NEARLY_RAD
        ? Math.copySign(FULL_RAD, about)
        : circle.sweep(points.getFirst(), points.getLast(), about);
  }
}
