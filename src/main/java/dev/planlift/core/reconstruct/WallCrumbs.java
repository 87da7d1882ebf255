package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * Joins what is left over between the cuts of a wall area to the piece it lies against: nobody
 * builds a wall of a hand's breadth by itself. What lies against nothing and is finer is left out.
 */
final class WallCrumbs {
  private static final double CRUMB_M2 = 6e-3;
  private static final double NOTHING_M2 = 1e-3;

  /** So much of an edge must be shared, else the two would touch in a point. */
  private static final double SHARED_M = 5e-3;

  private WallCrumbs() {}

  /** The pieces without crumbs, in their order; together the same area, but for what is nothing. */
  static List<Polygon> joined(List<Polygon> pieces) {
    var whole = new ArrayList<>(pieces);
    var crumbs =
        pieces.stream()
            .filter(piece -> piece.getArea() < CRUMB_M2)
            .sorted(Comparator.comparingDouble(Polygon::getArea))
            .toList();
    for (var crumb : crumbs) {
      if (whole.size() > 1 && whole.contains(crumb)) {
        join(crumb, whole);
      }
    }
    whole.removeIf(piece -> piece.getArea() < NOTHING_M2);
    return whole;
  }

  private static void join(Polygon crumb, List<Polygon> whole) {
    int best = -1;
    double most = SHARED_M;
    for (int i = 0; i < whole.size(); i++) {
      var piece = whole.get(i);
      if (!piece.equals(crumb)
          && piece.getEnvelopeInternal().intersects(crumb.getEnvelopeInternal())) {
        double shared = crumb.getBoundary().intersection(piece.getBoundary()).getLength();
        if (shared > most) {
          most = shared;
          best = i;
        }
      }
    }
    if (best >= 0) {
      var both = Polygons.parts(Polygons.union(List.of(crumb, whole.get(best))));
      if (both.size() == 1) {
        both.getFirst().normalize();
        whole.set(best, both.getFirst());
        whole.remove(crumb);
      }
    }
  }
}
