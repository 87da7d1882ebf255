package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A straight flight of stairs: a rectangle parted by its risers.
 *
 * @param origin a corner
 * @param across unit vector along the risers; the flight runs to its left
 * @param width along the risers
 * @param risers how far from the origin each lies, ascending
 * @param lines that draw the flight
 * @param items that the risers are of
 * @param ascent the way up as drawn: 1 along the run, −1 against it, 0 where it is not told
 */
record Flight(
    Coordinate origin,
    Coordinate across,
    double width,
    List<Double> risers,
    List<LineWork.Line> lines,
    Set<Integer> items,
    int ascent,
    double confidence,
    String reason) {
  Flight {
    risers = List.copyOf(risers);
    lines = List.copyOf(lines);
    items = Set.copyOf(items);
  }

  double length() {
    return risers.getLast();
  }

  /** From one riser to the next. */
  double goingM() {
    return length() / (risers.size() - 1);
  }

  /** A point by its place along the risers and along the run. */
  Coordinate at(double u, double v) {
    return new Coordinate(
        origin.x + across.x * u - across.y * v, origin.y + across.y * u + across.x * v);
  }

  /** Where a point is: along the risers, and along the run. */
  Coordinate place(Coordinate p) {
    double x = p.x - origin.x;
    double y = p.y - origin.y;
    return new Coordinate(x * across.x + y * across.y, y * across.x - x * across.y);
  }

  Polygon rectangle(double u0, double v0, double u1, double v1) {
    return Polygons.FACTORY.createPolygon(
        new Coordinate[] {at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1), at(u0, v0)});
  }

  Polygon area() {
    return rectangle(0, 0, width, length());
  }

  /** From one riser to the next, in the order of the run. */
  List<Polygon> treads() {
    var treads = new ArrayList<Polygon>();
    for (int i = 1; i < risers.size(); i++) {
      treads.add(rectangle(0, risers.get(i - 1), width, risers.get(i)));
    }
    return treads;
  }

  /** The middle of the first riser, or of the last. */
  Coordinate end(boolean last) {
    return at(width / 2, last ? length() : 0);
  }
}
