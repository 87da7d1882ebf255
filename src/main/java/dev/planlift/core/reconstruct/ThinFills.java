package dev.planlift.core.reconstruct;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Those of some fills that are as thin as walls, and no thinner. One thread. */
final class ThinFills {
  private final List<Polygon> of;
  private final List<Polygon> polygons;
  private @Nullable Geometry area;

  /**
   * @param thickest the thickest wall, metres
   */
  ThinFills(List<Polygon> fills, double thickest) {
    of = fills;
    polygons =
        fills.stream()
            .filter(fill -> Polygons.mostlyThinnerThan(fill, thickest))
            .filter(fill -> !Polygons.thinnerThan(fill, Sizes.MIN_WALL_M))
            .toList();
  }

  /** Whether these are the very fills it was made of. */
  boolean isOf(List<Polygon> fills) {
    return of == fills;
  }

  List<Polygon> polygons() {
    return polygons;
  }

  /** What they cover together; put together when it is first asked for. */
  Geometry area() {
    var known = area;
    if (known == null) {
      known = Polygons.union(polygons);
      area = known;
    }
    return known;
  }
}
