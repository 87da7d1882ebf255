package dev.planlift.core.linework;

import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import java.util.Optional;

/** A circle that points lie on. */
record FittedCircle(Vec2 center, double radius) {
  /** What is rounder than this is straight for all that matters on paper. */
  private static final double LARGEST_PT = 20_000;

  /** Through three points; empty where they lie on a line. */
  static Optional<FittedCircle> through(Vec2 a, Vec2 b, Vec2 c) {
    var ab = b.minus(a);
    var ac = c.minus(a);
    double d = 2 * ab.cross(ac);
    double x = (ac.y() * ab.dot(ab) - ab.y() * ac.dot(ac)) / d;
    double y = (ab.x() * ac.dot(ac) - ac.x() * ab.dot(ab)) / d;
    double radius = Math.hypot(x, y);
    return radius <= LARGEST_PT // false for NaN
        ? Optional.of(new FittedCircle(a.plus(new Vec2(x, y)), radius))
        : Optional.empty();
  }

  /**
   * Nearest to some points, by the sum of squares of {@code |p − c|² − r²} (Kåsa 1976); through the
   * first and the last of them where these differ.
   */
  static Optional<FittedCircle> near(List<Vec2> points) {
    var first = points.getFirst();
    var last = points.getLast();
    double sx = 0;
    double sy = 0;
    for (var p : points) {
      sx += p.x();
      sy += p.y();
    }
    var mean = new Vec2(sx / points.size(), sy / points.size());
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double xz = 0;
    double yz = 0;
    for (var point : points) {
      var p = point.minus(mean);
      double z = p.dot(p);
      xx += p.x() * p.x();
      xy += p.x() * p.y();
      yy += p.y() * p.y();
      xz += p.x() * z;
      yz += p.y() * z;
    }
    double d = 2 * (xx * yy - xy * xy);
    var center = mean.plus(new Vec2((xz * yy - yz * xy) / d, (yz * xx - xz * xy) / d));
    if (!center.isFinite() || center.distance(first) > LARGEST_PT) {
      return Optional.empty();
    }
    double chord = first.distance(last);
    if (chord > 0.05 * center.distance(first)) {
      var along = last.minus(first).times(1 / chord);
      var middle = first.plus(last).times(0.5);
      center = center.minus(along.times(center.minus(middle).dot(along)));
    }
    return Optional.of(new FittedCircle(center, center.distance(first)));
  }

  /** Whether a point lies on it. */
  boolean holds(Vec2 point, double tolerance) {
    return Math.abs(point.distance(center) - radius) <= tolerance;
  }

  double angle(Vec2 point) {
    return point.minus(center).angleRad();
  }

  /** From one point to another of it, the way that is nearest to a sweep. */
  double sweep(Vec2 from, Vec2 to, double aboutRad) {
    double sweep = angle(to) - angle(from);
    return sweep + 2 * Math.PI * Math.rint((aboutRad - sweep) / (2 * Math.PI));
  }

  /**
   * Its arc.
   *
   * @param from a point on it
   */
  EllipticArc arc(Vec2 from, double sweepRad) {
    var at = new Vec3(center.x(), center.y(), 0);
    return new EllipticArc(
        at, new Vec3(radius, 0, 0), new Vec3(0, radius, 0), angle(from), sweepRad);
  }
}
