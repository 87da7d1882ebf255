package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.FilledRegion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * Walls that a page fills, in one look for all of them: poché, as architects call it. Fills that
 * look alike are judged as a whole: walls are long and thin, and there are many metres of them;
 * furniture, floors, lettering and arrows are not all that.
 */
final class Poche {
  /** A building has more wall. */
  private static final double LEAST_M = 12;

  /** So much of what looks alike is thin, and so much of it is long. */
  private static final double THIN = 0.9;

  private static final double LONG = 0.5;

  /** A wall's outline squared, in areas: 16 for a square, 21 for three squares in a row. */
  private static final double LONG_OUTLINE = 21;

  /** Shorter pieces tell nothing: letters and arrows are long and thin, too. */
  private static final double SHORT_M = 0.6;

  private Poche() {}

  private record Look(String layer, int rgb) {}

  /** The fills of walls; none where no look is that of walls. */
  static List<Polygon> of(LineWork work) {
    var byLook = new LinkedHashMap<Look, List<Polygon>>();
    for (var area : work.areas()) {
      var item = work.seen().get(area.item()).item();
      if (item instanceof FilledRegion region
          && region.fill() instanceof FilledRegion.Fill.Solid
          && work.isPlotted(area.item())
          && work.mayBeWall(area.item())) {
        var look = new Look(region.appearance().layer().name(), region.appearance().rgb());
        byLook.computeIfAbsent(look, l -> new ArrayList<>()).add(area.polygon());
      }
    }
    var walls = new ArrayList<Polygon>();
    byLook.values().stream()
        .map(fills -> Polygons.parts(Polygons.union(fills)))
        .filter(fills -> areWalls(fills, work.thickestM()))
        .forEach(walls::addAll);
    return walls;
  }

  private static boolean areWalls(List<Polygon> fills, double thickest) {
    double all = 0;
    double thin = 0;
    double elongated = 0;
    double running = 0;
    for (var fill : fills) {
      double area = fill.getArea();
      all += area;
      if (Polygons.mostlyThinnerThan(fill, thickest)
          && !Polygons.thinnerThan(fill, Sizes.MIN_WALL_M)) {
        thin += area;
        boolean isLong = fill.getLength() * fill.getLength() >= LONG_OUTLINE * area;
        if (isLong && fill.getLength() / 2 >= SHORT_M) {
          elongated += area;
          running += fill.getLength() / 2;
        }
      }
    }
    return running >= LEAST_M && thin >= THIN * all && elongated >= LONG * all;
  }
}
