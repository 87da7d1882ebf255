package dev.planlift.core.reconstruct;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * The space between the end of a wall and what it runs towards.
 *
 * @param from middle of the wall's end, local metres
 * @param to where its middle line meets the next wall
 * @param depth the wall's thickness
 * @param facing whether another wall's end, much as thick, stands there
 * @param bridge the wall that fills the gap; overlaps its neighbours by a hair
 */
record Gap(Coordinate from, Coordinate to, double depth, boolean facing, Polygon bridge) {
  Coordinate center() {
    return new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
  }

  double width() {
    return from.distance(to);
  }

  /** Along the wall. */
  double angleRad() {
    return Math.atan2(to.y - from.y, to.x - from.x);
  }

  /** Where a point lies: metres along the gap from its centre. */
  double along(Coordinate p) {
    var c = center();
    double w = width();
    return ((p.x - c.x) * (to.x - from.x) + (p.y - c.y) * (to.y - from.y)) / w;
  }

  /** Where a point lies: metres across the gap from its middle line, left positive. */
  double across(Coordinate p) {
    var c = center();
    double w = width();
    return ((p.y - c.y) * (to.x - from.x) - (p.x - c.x) * (to.y - from.y)) / w;
  }
}
