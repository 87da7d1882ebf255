package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * A line drawn with a breadth that a wall may have.
 *
 * @param points at least one, local metres
 */
record WideLine(List<Coordinate> points, double width, int item) {
  /**
   * The areas of wide lines. Ends are flat, as drawn; where two lines of different direction end in
   * one point, both are drawn out by half a breadth, so that their corner has no notch.
   */
  static List<LineWork.Area> areas(List<WideLine> lines) {
    var ends = new HashMap<List<Long>, List<Coordinate>>();
    for (var line : lines) {
      line.eachEnd((at, from) -> ends.computeIfAbsent(key(at), k -> new ArrayList<>()).add(from));
    }
    var areas = new ArrayList<LineWork.Area>();
    for (var line : lines) {
      if (line.points.size() < 2) {
        continue;
      }
      var drawn = lineString(line.drawnOut(ends));
      for (var polygon : Polygons.parts(Polygons.grown(drawn, line.width / 2))) {
        areas.add(new LineWork.Area(polygon, line.item));
      }
    }
    return areas;
  }

  private interface EndVisitor {
    void end(Coordinate at, Coordinate from);
  }

  private void eachEnd(EndVisitor visitor) {
    if (points.size() >= 2 && !isRing()) {
      visitor.end(points.getFirst(), points.get(1));
      visitor.end(points.getLast(), points.get(points.size() - 2));
    }
  }

  private boolean isRing() {
    return points.getFirst().distance(points.getLast()) < 1e-4;
  }

  private static LineString lineString(List<Coordinate> points) {
    return Polygons.FACTORY.createLineString(points.toArray(new Coordinate[0]));
  }

  private List<Coordinate> drawnOut(Map<List<Long>, List<Coordinate>> ends) {
    var out = new ArrayList<>(points);
    if (!isRing()) {
      out.set(0, drawnOut(points.getFirst(), points.get(1), ends));
      out.set(out.size() - 1, drawnOut(points.getLast(), points.get(points.size() - 2), ends));
    }
    return out;
  }

  private Coordinate drawnOut(
      Coordinate at, Coordinate from, Map<List<Long>, List<Coordinate>> ends) {
    double length = at.distance(from);
    double dx = (at.x - from.x) / length;
    double dy = (at.y - from.y) / length;
    for (var other : ends.getOrDefault(key(at), List.of())) {
      double otherLength = at.distance(other);
      double sine = Math.abs(dx * (at.y - other.y) - dy * (at.x - other.x)) / otherLength;
      if (sine > 0.2) {
        return new Coordinate(at.x + dx * width / 2, at.y + dy * width / 2);
      }
    }
    return at;
  }

  private static List<Long> key(Coordinate at) {
    return List.of(Math.round(at.x * 200), Math.round(at.y * 200));
  }
}
