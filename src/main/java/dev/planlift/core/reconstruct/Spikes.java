package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Takes spikes off polygons: corners to which a ring runs and from which it comes back on its own
 * track. Overlays leave such where areas touch to a rounding; moved far from zero they would make a
 * polygon invalid.
 */
final class Spikes {
  private static final double WIDTH_M = 1e-4;

  private Spikes() {}

  /** The valid polygons without spikes that a polygon is; itself where it has none. */
  static List<Polygon> off(Polygon polygon) {
    var shell = ring(polygon.getExteriorRing());
    boolean changed = shell.size() != polygon.getExteriorRing().getNumPoints();
    var holes = new ArrayList<LinearRing>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      var hole = ring(polygon.getInteriorRingN(i));
      changed |= hole.size() != polygon.getInteriorRingN(i).getNumPoints();
      if (hole.size() > 3) {
        holes.add(Polygons.FACTORY.createLinearRing(hole.toArray(Coordinate[]::new)));
      }
    }
    if (shell.size() < 4) {
      return List.of();
    }
    var without =
        changed
            ? Polygons.FACTORY.createPolygon(
                Polygons.FACTORY.createLinearRing(shell.toArray(Coordinate[]::new)),
                holes.toArray(LinearRing[]::new))
            : polygon;
    return without.isValid() ? List.of(without) : Polygons.parts(without.buffer(0));
  }

  /** The closed ring without spikes; fewer than four points where nothing is left. */
  private static List<Coordinate> ring(LinearRing ring) {
    var points = new ArrayList<>(List.of(ring.getCoordinates()));
    points.removeLast();
    int calm = 0;
    int i = 0;
    while (points.size() >= 3 && calm < points.size()) {
      int n = points.size();
      i %= n;
      if (isSpike(points.get((i + n - 1) % n), points.get(i), points.get((i + 1) % n))) {
        points.remove(i);
        i = Math.max(0, i - 1);
        calm = 0;
      } else {
        i++;
        calm++;
      }
    }
    points.add(points.getFirst());
    return points;
  }

  private static boolean isSpike(Coordinate before, Coordinate tip, Coordinate after) {
    double back = (tip.x - before.x) * (after.x - tip.x) + (tip.y - before.y) * (after.y - tip.y);
    return before.distance(tip) == 0
        || (back < 0
            && (Distance.pointToSegment(after, before, tip) < WIDTH_M
                || Distance.pointToSegment(before, tip, after) < WIDTH_M));
  }
}
