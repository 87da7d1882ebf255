package dev.planlift.core.reconstruct;

import org.locationtech.jts.geom.Coordinate;

/**
 * A line that others are measured by: along it from its beginning, across it towards its left. All
 * in the units of its ends.
 *
 * @param direction from its beginning to its end, length one
 */
record Stretch(LineWork.Line line, Coordinate direction, Coordinate middle, double length) {
  static Stretch of(LineWork.Line line) {
    return new Stretch(line, line.direction(), line.middle(), line.length());
  }

  double along(Coordinate p) {
    return (p.x - line.a().x) * direction.x + (p.y - line.a().y) * direction.y;
  }

  /** Negative to the right. */
  double across(Coordinate p) {
    return (p.y - line.a().y) * direction.x - (p.x - line.a().x) * direction.y;
  }

  /** The point so far along it and across it. */
  Coordinate at(double along, double across) {
    return new Coordinate(
        line.a().x + direction.x * along - direction.y * across,
        line.a().y + direction.y * along + direction.x * across);
  }

  /** Where along it the part begins that another runs beside. */
  double from(LineWork.Line other) {
    return Math.max(0, Math.min(along(other.a()), along(other.b())));
  }

  /** Where that part ends; before {@link #from} where there is none. */
  double to(LineWork.Line other) {
    return Math.min(length, Math.max(along(other.a()), along(other.b())));
  }

  /** How long that part is; zero where there is none. */
  double beside(LineWork.Line other) {
    return Math.max(0, to(other) - from(other));
  }

  /** Of the angle to another, 0 to 1. */
  double sine(LineWork.Line other) {
    var v = other.direction();
    return Math.abs(direction.x * v.y - direction.y * v.x);
  }
}
