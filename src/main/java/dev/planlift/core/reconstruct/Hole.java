package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Opening;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * An opening in local metres, before it is one of the plan.
 *
 * @param bridge the wall that was missing where it is; empty in a wall drawn through
 * @param leaves that hang in it, none for windows
 * @param panels how many leaves it has that do not hang: they slide, fold, turn
 */
record Hole(
    Opening.Kind kind,
    Coordinate center,
    double angleRad,
    double width,
    double depth,
    Optional<Polygon> bridge,
    List<Swing> leaves,
    int panels,
    List<Integer> items,
    double confidence,
    String reason) {
  /** The opening's own rectangle. */
  Polygon rectangle() {
    return Polygons.rectangle(center, angleRad, width, depth);
  }
}
