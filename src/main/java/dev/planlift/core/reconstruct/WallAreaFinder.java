package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds the area that walls cover, openings not yet: the thin faces between lines, and thin filled
 * areas. It is asked about the same lines or fills time and again, and remembers the last ones. One
 * thread.
 */
final class WallAreaFinder {
  private static final double TOUCH_M = 1e-3;

  /** A fill and its outline are drawn at most so far apart. */
  private static final double OUTLINED_M = 0.012;

  private final double thickest;
  private @Nullable Faces lastFaces;
  private @Nullable ThinFills lastFills;
  private @Nullable Bars lastBars;

  /** The faces between lines. */
  private record Faces(
      List<LineWork.Line> lines, List<Polygon> between, boolean trusted, WallFaces found) {}

  /** The faces that are walls, and no panes between them and fills. */
  private record Bars(Faces faces, ThinFills fills, List<Polygon> found) {}

  /**
   * @param thickest the thickest wall, metres
   */
  WallAreaFinder(double thickest) {
    this.thickest = thickest;
  }

  /**
   * The area of all walls.
   *
   * @param lines that may be faces of walls
   * @param fills that may be walls
   * @param trusted whether the lines are walls for sure, so that open ones are walls, too
   * @return valid, perhaps empty, local metres
   */
  Geometry find(List<LineWork.Line> lines, List<Polygon> fills, boolean trusted) {
    var closed = closed(lines, fills, trusted, Optional.empty());
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
    joined.addAll(Polygons.parts(closed(bounded, List.of(), true, Optional.empty())));
    return Polygons.union(closed, joined).norm();
  }

  /**
   * The area of walls among lines that may as well be of furniture.
   *
   * @param openings that doors and windows fill, as far as they are known
   */
  Geometry network(List<LineWork.Line> lines, List<Polygon> fills, Geometry openings) {
    return closed(lines, fills, false, Optional.of(openings)).norm();
  }

  /**
   * @param openings given where only what makes up a network with them is wall
   */
  private Geometry closed(
      List<LineWork.Line> lines,
      List<Polygon> fills,
      boolean trusted,
      Optional<Geometry> openings) {
    var faces = faces(lines, trusted);
    var thinFills = thinFills(fills);
    var bars = bars(faces, thinFills);
    var thin =
        new ArrayList<>(
            openings.map(known -> WallNetwork.walls(bars, thinFills.area(), known)).orElse(bars));
    var between = cracksBetween(Polygons.coverageUnion(thin), faces.found().cracks());
    thin.addAll(between);
    return largeParts(withFills(Polygons.coverageUnion(thin), thinFills));
  }

  private Faces faces(List<LineWork.Line> lines, boolean trusted) {
    var last = lastFaces;
    boolean same = last != null && last.lines().equals(lines);
    if (last != null && same && last.trusted() == trusted) {
      return last;
    }
    var between =
        last != null && same
            ? last.between()
            : Arrangement.faces(new EndCaps(lines, thickest).mended());
    var found = new WallFaces(between, trusted, thickest);
    var faces = new Faces(lines, between, trusted, found);
    lastFaces = faces;
    return faces;
  }

  private ThinFills thinFills(List<Polygon> fills) {
    var last = lastFills;
    if (last != null && last.isOf(fills)) {
      return last;
    }
    var thin = new ThinFills(fills, thickest);
    lastFills = thin;
    return thin;
  }

  private List<Polygon> bars(Faces faces, ThinFills fills) {
    var last = lastBars;
    if (last != null && last.faces().equals(faces) && last.fills().equals(fills)) {
      return last.found();
    }
    var bars = new Panes(thickest).without(faces.found().walls(), fills);
    lastBars = new Bars(faces, fills, bars);
    return bars;
  }

  /** With what fills cover beyond it; a fill that was outlined, too, is off by a hair. */
  private static Geometry withFills(Geometry area, ThinFills fills) {
    if (fills.polygons().isEmpty() || area.isEmpty()) {
      return fills.polygons().isEmpty() ? area : fills.area();
    }
    var known = Polygons.grown(area, OUTLINED_M);
    var all = new ArrayList<Geometry>(List.of(area));
    for (var fill : fills.polygons()) {
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
