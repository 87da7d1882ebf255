package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A stair in local metres.
 *
 * @param treads the lowest first, landings among them
 * @param items that draw it and nothing else
 */
record FoundStair(List<Polygon> treads, Set<Integer> items, double confidence, String reason) {
  FoundStair {
    treads = List.copyOf(treads);
    items = Set.copyOf(items);
  }

  /** The same, drawn by other items. */
  FoundStair with(Set<Integer> others) {
    return new FoundStair(treads, others, confidence, reason);
  }

  Geometry area() {
    return Polygons.union(treads);
  }
}
