package dev.planlift.core.overlay;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Room;
import java.util.ArrayList;
import java.util.List;

/** Where a room's name stands: at its centre, or where it is broad if that lies outside of it. */
final class LabelSpot {
  private static final int LINES = 24;

  private LabelSpot() {}

  static Vec2 of(Room room) {
    var center = room.center();
    var crossings = crossings(room.outline(), center.y());
    for (int i = 0; i + 1 < crossings.size(); i += 2) {
      if (crossings.get(i) <= center.x() && center.x() <= crossings.get(i + 1)) {
        return center;
      }
    }
    return broadest(room.outline(), center);
  }

  /** The middle of the longest level line that lies inside. */
  private static Vec2 broadest(Polygon2 outline, Vec2 otherwise) {
    double low = outline.shell().stream().mapToDouble(Vec2::y).min().orElseThrow();
    double high = outline.shell().stream().mapToDouble(Vec2::y).max().orElseThrow();
    var spot = otherwise;
    double breadth = 0;
    for (int line = 0; line < LINES; line++) {
      double y = low + (high - low) * (line + 0.5) / LINES;
      var crossings = crossings(outline, y);
      for (int i = 0; i + 1 < crossings.size(); i += 2) {
        double from = crossings.get(i);
        double to = crossings.get(i + 1);
        if (to - from > breadth) {
          breadth = to - from;
          spot = new Vec2((from + to) / 2, y);
        }
      }
    }
    return spot;
  }

  /** Where a level line meets the outline, ascending: inside lies between each two. */
  private static List<Double> crossings(Polygon2 outline, double y) {
    var crossings = new ArrayList<Double>();
    addCrossings(outline.shell(), y, crossings);
    outline.holes().forEach(hole -> addCrossings(hole, y, crossings));
    crossings.sort(null);
    return crossings;
  }

  private static void addCrossings(List<Vec2> ring, double y, List<Double> crossings) {
    var from = ring.getLast();
    for (var to : ring) {
      if ((from.y() <= y) != (to.y() <= y)) {
        crossings.add(from.x() + (y - from.y()) * (to.x() - from.x()) / (to.y() - from.y()));
      }
      from = to;
    }
  }
}
