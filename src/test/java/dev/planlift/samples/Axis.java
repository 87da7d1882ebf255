package dev.planlift.samples;

import org.locationtech.jts.geom.Coordinate;

/** A stretch of a wall's middle line, metres; a curved wall is a chain of short ones. */
record Axis(Coordinate from, Coordinate to, double thickness) {
  double length() {
    return from.distance(to);
  }

  double angleRad() {
    return Math.atan2(to.y - from.y, to.x - from.x);
  }

  Coordinate at(double along) {
    double t = along / length();
    return new Coordinate(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
  }

  /** Whether a point lies on it, give or take a few millimetres. */
  boolean holds(Coordinate p) {
    return org.locationtech.jts.algorithm.Distance.pointToSegment(p, from, to) < 2e-3;
  }
}
