package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Slab;
import dev.planlift.core.plan.Stair;
import dev.planlift.core.reconstruct.ThingWords.Mark;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What levels over each other have to do with each other: stairs rise to the next one and pass
 * through its floor, and are seen there once more from above.
 */
final class LevelStack {
  /** Where nothing else tells how high a step is. */
  static final double RISE_M = 0.175;

  private static final double LOWEST_RISE_M = 0.13;
  private static final double HIGHEST_RISE_M = 0.22;
  private static final double GROUND_SLAB_M = 0.25;

  private LevelStack() {}

  /**
   * The levels with their stairs as high as they are and plates under them.
   *
   * @param levels the lowest first
   */
  static List<Level> finished(List<Level> levels) {
    var finished = new ArrayList<Level>();
    for (int i = 0; i < levels.size(); i++) {
      var level = levels.get(i);
      boolean top = i + 1 == levels.size();
      double riseM = top ? level.heightM() : levels.get(i + 1).elevationM() - level.elevationM();
      var below = i == 0 ? List.<Stair>of() : finished.get(i - 1).stairs();
      var own = top ? notAbove(level.stairs(), below) : level.stairs();
      var stairs = own.stream().map(stair -> rising(stair, riseM, top)).toList();
      finished.add(with(level, stairs, plates(level, finished)));
    }
    return finished;
  }

  /** On the highest level a stair over another is that one, seen from above. */
  private static List<Stair> notAbove(List<Stair> stairs, List<Stair> below) {
    var areas = new STRtree();
    for (var other : below) {
      var area = area(other);
      areas.insert(area.getEnvelopeInternal(), area);
    }
    return stairs.stream().filter(stair -> !isOver(area(stair), areas)).toList();
  }

  private static boolean isOver(Geometry area, STRtree below) {
    for (var other : below.query(area.getEnvelopeInternal())) {
      double common = Polygons.intersection(area, (Geometry) other).getArea();
      if (common > 0.4 * area.getArea()) {
        return true;
      }
    }
    return false;
  }

  private static Stair rising(Stair stair, double toM, boolean top) {
    int risers = stair.treads().size() + 1;
    double exact = toM / risers;
    boolean whole = !top && exact >= LOWEST_RISE_M && exact <= HIGHEST_RISE_M;
    double riseM = whole ? exact : Math.min(RISE_M, exact);
    return new Stair(stair.treads(), riseM, stair.evidence());
  }

  private static List<Slab> plates(Level level, List<Level> below) {
    var wells = new ArrayList<Polygon>();
    for (var room : level.rooms()) {
      if (!below.isEmpty() && ThingWords.STANDARD.speaksOf(Mark.VOID, room.label())) {
        wells.add(FloorPlates.polygon(room.outline()));
      }
    }
    if (below.isEmpty()) {
      return FloorPlates.under(level, GROUND_SLAB_M, wells, "the ground under the walls");
    }
    var lower = below.getLast();
    for (var stair : lower.stairs()) {
      if (stair.riseM() * (stair.treads().size() + 1) > lower.heightM() / 2) {
        wells.addAll(Polygons.parts(area(stair)));
      }
    }
    lower.lifts().forEach(lift -> wells.add(FloorPlates.polygon(lift.area())));
    double gapM = level.elevationM() - lower.elevationM() - lower.heightM();
    return FloorPlates.under(level, gapM, wells, "between levels over each other");
  }

  private static Geometry area(Stair stair) {
    return Polygons.union(stair.treads().stream().map(FloorPlates::polygon).toList());
  }

  private static Level with(Level level, List<Stair> stairs, List<Slab> slabs) {
    return new Level(
        level.label(),
        level.elevationM(),
        level.heightM(),
        level.view(),
        level.shift(),
        level.walls(),
        level.openings(),
        level.rooms(),
        slabs,
        level.columns(),
        stairs,
        level.lifts());
  }
}
