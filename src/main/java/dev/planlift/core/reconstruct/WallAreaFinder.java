package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds the area that walls cover, openings not yet: the thin faces between lines, and thin filled
 * areas.
 */
final class WallAreaFinder {
  private static final double TOUCH_M = 1e-3;

  /** A fill and its outline are drawn at most so far apart. */
  private static final double OUTLINED_M = 0.012;

  private WallAreaFinder() {}

  /**
   * The area of all walls.
   *
   * @param lines that may be faces of walls
   * @param fills that may be walls
   * @param trusted whether the lines are walls for sure, so that open ones are walls, too
   * @param thickest the thickest wall, metres
   * @return valid, perhaps empty, local metres
   */
  static Geometry find(
      List<LineWork.Line> lines, List<Polygon> fills, boolean trusted, double thickest) {
    var closed = closed(lines, fills, trusted, thickest, Optional.empty());
    if (!trusted) {
      return closed.norm();
    }
    var loose = LooseWalls.find(lines, closed, thickest);
    if (loose.isEmpty()) {
      return closed.norm();
    }
    // Where open walls meet, their ends and faces are all around the corner.
    var bounded = new ArrayList<>(lines);
    loose.forEach(wall -> bounded.addAll(Rings.edges(wall)));
    var joined = new ArrayList<>(loose);
    joined.addAll(Polygons.parts(closed(bounded, List.of(), true, thickest, Optional.empty())));
    return Polygons.union(closed, joined).norm();
  }

  /**
   * The area of walls among lines that may as well be of furniture.
   *
   * @param openings that doors and windows fill, as far as they are known
   */
  static Geometry network(
      List<LineWork.Line> lines, List<Polygon> fills, Geometry openings, double thickest) {
    return closed(lines, fills, false, thickest, Optional.of(openings)).norm();
  }

  /**
   * @param openings given where only what makes up a network with them is wall
   */
  private static Geometry closed(
      List<LineWork.Line> lines,
      List<Polygon> fills,
      boolean trusted,
      double thickest,
      Optional<Geometry> openings) {
    var faces =
        new WallFaces(Arrangement.faces(new EndCaps(lines, thickest).mended()), trusted, thickest);
    var thinFills =
        fills.stream()
            .filter(fill -> Polygons.mostlyThinnerThan(fill, thickest))
            .filter(fill -> !Polygons.thinnerThan(fill, Sizes.MIN_WALL_M))
            .toList();
    var bars = new Panes(thickest).without(faces.walls(), thinFills);
    var thin =
        new ArrayList<>(
            openings
                .map(known -> WallNetwork.walls(bars, Polygons.union(thinFills), known))
                .orElse(bars));
    var between = cracksBetween(Polygons.coverageUnion(thin), faces.cracks());
    thin.addAll(between);
    return largeParts(withFills(Polygons.coverageUnion(thin), thinFills));
  }

  /** With what fills cover beyond it; a fill that was outlined, too, is off by a hair. */
  private static Geometry withFills(Geometry area, List<Polygon> fills) {
    if (fills.isEmpty() || area.isEmpty()) {
      return fills.isEmpty() ? area : Polygons.union(fills);
    }
    var known = Polygons.grown(area, OUTLINED_M);
    var all = new ArrayList<Geometry>(List.of(area));
    for (var fill : fills) {
      for (var part : Polygons.parts(Polygons.difference(fill, known))) {
        if (!Polygons.thinnerThan(part, OUTLINED_M)) {
          all.add(Polygons.intersection(Polygons.grown(part, 2 * OUTLINED_M), fill));
        }
      }
    }
    return Polygons.union(all);
  }

  /** Those cracks that lie between walls: at least half of their outline runs along them. */
  private static List<Polygon> cracksBetween(Geometry walls, List<Polygon> cracks) {
    var between = new ArrayList<Polygon>();
    if (cracks.isEmpty() || walls.isEmpty()) {
      return between;
    }
    var near = new AreaLocator(Polygons.grown(walls, TOUCH_M));
    for (var crack : cracks) {
      double along = 0;
      for (var edge : Rings.edges(crack)) {
        along += near.locate(edge.middle()) == Location.INTERIOR ? edge.length() : 0;
      }
      if (along > crack.getLength() / 2) {
        between.add(crack);
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
    return Polygons.FACTORY.createMultiPolygon(kept.toArray(new Polygon[0]));
  }
}
