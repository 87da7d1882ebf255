package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** Door leaves that are drawn as filled bars, without an outline. */
final class LeafFills {
  /** No leaf is thicker. */
  private static final double THICKEST_M = 0.09;

  private static final int BAR = 5;

  private LeafFills() {}

  /** The long sides of all bars that may be leaves. */
  static List<LineWork.Line> sides(LineWork work) {
    var pieces = new HashMap<Integer, Integer>();
    work.areas().forEach(area -> pieces.merge(area.item(), 1, Integer::sum));
    var sides = new ArrayList<LineWork.Line>();
    for (var area : work.areas()) {
      if (pieces.getOrDefault(area.item(), 0) == 1 && mayBeLeaf(work, area.item())) {
        sides(area.polygon(), area.item(), sides);
      }
    }
    return sides;
  }

  private static boolean mayBeLeaf(LineWork work, int item) {
    return switch (work.use(item)) {
      case FREE, MIXED, SYMBOL, DOOR -> true;
      case WALL, WINDOW, OTHER -> false;
    };
  }

  private static void sides(Polygon bar, int item, List<LineWork.Line> sides) {
    var ring = bar.getExteriorRing();
    if (ring.getNumPoints() != BAR || bar.getNumInteriorRing() > 0) {
      return;
    }
    for (int i = 0; i + 1 < BAR; i++) {
      var side = new LineWork.Line(ring.getCoordinateN(i), ring.getCoordinateN(i + 1), item);
      double length = side.length();
      boolean isLong =
          length >= 0.9 * Sizes.MIN_DOOR_M
              && length <= Sizes.MAX_DOOR_M
              && bar.getArea() <= THICKEST_M * length;
      if (isLong) {
        sides.add(side);
      }
    }
  }
}
