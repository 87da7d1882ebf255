package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Thin areas side by side by side: the strips of a hatch, a louvre, a spiral, the bricks of a
 * pattern. Each is as thin as a wall, but together they fill a block that is thicker than any; the
 * few layers of one wall do not.
 */
final class HatchBlocks {
  /** A disc of this diameter fits into no wall and no pier. */
  private static final double BLOCK_M = 1.4;

  /** So many areas beside each other may be the layers of a wall. */
  private static final int LAYERS = 4;

  /** Where a block is so much of what lies side by side, its rim is hatch, too. */
  private static final double MOSTLY = 0.5;

  private static final double SLACK_M = 0.01;

  private HatchBlocks() {}

  /**
   * The numbers of the areas that are strips of a block, group by group.
   *
   * @param beside which areas lie along each other
   * @param union of some of the areas
   */
  static List<Integer> strips(
      List<Polygon> areas, DisjointSets beside, Function<List<Polygon>, Geometry> union) {
    var strips = new ArrayList<Integer>();
    for (var group : beside.members().values()) {
      if (group.size() > LAYERS) {
        strips.addAll(strips(areas, group, union));
      }
    }
    return strips;
  }

  private static List<Integer> strips(
      List<Polygon> areas, List<Integer> group, Function<List<Polygon>, Geometry> union) {
    var whole = union.apply(group.stream().map(areas::get).toList());
    var blocks = new ArrayList<Polygon>();
    for (var part : Polygons.parts(whole)) {
      if (!Polygons.thinnerThan(part, BLOCK_M)) {
        var core = Polygons.grown(part, -BLOCK_M / 2);
        blocks.addAll(Polygons.parts(Polygons.grown(core, BLOCK_M / 2 + SLACK_M)));
      }
    }
    if (blocks.isEmpty()) {
      return List.of();
    }
    var block = Polygons.union(blocks);
    if (block.getArea() >= MOSTLY * whole.getArea()) {
      return group;
    }
    var inside = new IndexedPointInAreaLocator(block);
    return group.stream()
        .filter(i -> inside.locate(middle(areas.get(i))) == Location.INTERIOR)
        .toList();
  }

  private static Coordinate middle(Polygon area) {
    return area.getInteriorPoint().getCoordinate();
  }
}
