package dev.planlift.samples;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A door, a window or a passage at any angle.
 *
 * @param at its middle, on the wall's middle line
 * @param swing side the leaf opens to: 1 left of the wall's direction, -1 right
 * @param hinge end the leaf hangs at: -1 the first, 1 the last
 */
record Gate(
    Use use,
    Coordinate at,
    double angleRad,
    double width,
    double thickness,
    int swing,
    int hinge,
    boolean outside) {

  enum Use {
    DOOR("door"),
    WINDOW("window"),
    /** Nothing hangs in it. */
    BARE("bare"),
    /** Wide and high, for cars. */
    GARAGE("door");

    final String truth;

    Use(String truth) {
      this.truth = truth;
    }
  }

  boolean window() {
    return use == Use.WINDOW;
  }

  Polygon rectangle(double along, double across) {
    return Shapes.rectangle(at, angleRad, along, across);
  }

  /** From along and across the wall to the plan. */
  Coordinate in(double along, double across) {
    double cos = Math.cos(angleRad);
    double sin = Math.sin(angleRad);
    return new Coordinate(at.x + cos * along - sin * across, at.y + sin * along + cos * across);
  }

  /** Where its leaf sweeps, roughly. */
  Polygon swept() {
    var middle = in(0, swing * (thickness / 2 + width / 2 + 0.02));
    return Shapes.rectangle(middle, angleRad, width - 0.02, width);
  }

  Gate hung(int side, int end) {
    return new Gate(use, at, angleRad, width, thickness, side, end, outside);
  }

  Gate as(Use other) {
    return new Gate(other, at, angleRad, width, thickness, swing, hinge, outside);
  }
}
