package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Finds the area that walls cover, openings not yet: the thin faces between lines, and thin filled
 * areas.
 */
final class WallAreaFinder {
  private static final double TOUCH_M = 1e-3;

  private WallAreaFinder() {}

  /**
   * The area of all walls.
   *
   * @param lines that may be faces of walls
   * @param fills that may be walls
   * @return valid, perhaps empty, local metres
   */
  static Geometry find(List<LineWork.Line> lines, List<Polygon> fills) {
    var thin = new ArrayList<Polygon>();
    var cracks = new ArrayList<Polygon>();
    for (var face : Arrangement.faces(new EndCaps(lines).mended())) {
      if (!Polygons.thinnerThan(face, Sizes.MAX_WALL_M)) {
        continue;
      }
      if (Polygons.thinnerThan(face, Sizes.MIN_WALL_M)) {
        cracks.add(face);
      } else {
        thin.add(face);
      }
    }
    for (var fill : fills) {
      if (Polygons.thinnerThan(fill, Sizes.MAX_WALL_M)
          && !Polygons.thinnerThan(fill, Sizes.MIN_WALL_M)) {
        thin.add(fill);
      }
    }
    var area = Polygons.union(thin);
    var mended = new ArrayList<Polygon>(Polygons.parts(area));
    mended.addAll(cracksBetween(area, cracks));
    return largeParts(Polygons.union(mended));
  }

  /** Those cracks that lie between walls: at least half of their outline runs along them. */
  private static List<Polygon> cracksBetween(Geometry walls, List<Polygon> cracks) {
    var between = new ArrayList<Polygon>();
    if (cracks.isEmpty() || walls.isEmpty()) {
      return between;
    }
    var near = PreparedGeometryFactory.prepare(Polygons.grown(walls, TOUCH_M));
    for (var crack : cracks) {
      var outline = crack.getBoundary();
      if (near.intersects(outline)) {
        double along = outline.intersection(near.getGeometry()).getLength();
        if (along > outline.getLength() / 2) {
          between.add(crack);
        }
      }
    }
    return between;
  }

  private static Geometry largeParts(Geometry area) {
    var kept = new ArrayList<Polygon>();
    for (var part : Polygons.parts(area)) {
      if (!Polygons.thinnerThan(part, Sizes.MIN_WALL_M)) {
        kept.add(part);
      }
    }
    return Polygons.union(kept);
  }
}
