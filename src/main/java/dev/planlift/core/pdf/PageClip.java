package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Cutting;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a page that is painted on, points as shown: a box, and what further bounds it.
 *
 * @param box may be empty: then nothing is painted
 * @param cuttings each cuts what the one before it left; those beyond {@link #MOST_CUTTINGS} are
 *     left out
 */
record PageClip(Box box, List<Cutting> cuttings) {
  /** A line on the very edge is seen, whatever numbers were rounded on the way. */
  private static final double EDGE = 0.01;

  /** Clips within each other that are no boxes. */
  private static final int MOST_CUTTINGS = 16;

  /** Each cutting parts what the one before it left; beyond so many pieces the rest stays whole. */
  private static final int MOST_PIECES = 1000;

  PageClip {
    cuttings = List.copyOf(cuttings.subList(0, Math.min(cuttings.size(), MOST_CUTTINGS)));
  }

  /**
   * What is left of an item.
   *
   * @param bounds of the item
   * @param reach how far it is painted beyond its bounds
   */
  List<DrawingItem> cut(DrawingItem item, Box bounds, double reach) {
    var edge = grown(reach + EDGE);
    if (!meets(edge, bounds)) {
      return List.of();
    }
    List<DrawingItem> left =
        holds(edge, bounds) ? List.of(item) : Cutting.by(List.of(corners(edge))).cut(item);
    for (var cutting : cuttings) {
      var more = new ArrayList<DrawingItem>();
      for (var one : left) {
        more.addAll(more.size() < MOST_PIECES ? cutting.cut(one) : List.of(one));
      }
      left = more;
    }
    return left;
  }

  /** The part of a box that is painted on at most. */
  Box common(Box other) {
    return common(box, other);
  }

  static Box common(Box a, Box b) {
    if (!meets(a, b)) {
      return Box.EMPTY;
    }
    return new Box(
        new Vec3(Math.max(a.min().x(), b.min().x()), Math.max(a.min().y(), b.min().y()), 0),
        new Vec3(Math.min(a.max().x(), b.max().x()), Math.min(a.max().y(), b.max().y()), 0));
  }

  static List<Vec2> corners(Box box) {
    return List.of(
        new Vec2(box.min().x(), box.min().y()),
        new Vec2(box.max().x(), box.min().y()),
        new Vec2(box.max().x(), box.max().y()),
        new Vec2(box.min().x(), box.max().y()));
  }

  private Box grown(double by) {
    if (box.isEmpty()) {
      return box;
    }
    var reach = new Vec3(by, by, 0);
    return new Box(box.min().minus(reach), box.max().plus(reach));
  }

  private static boolean meets(Box a, Box b) {
    return a.min().x() <= b.max().x()
        && b.min().x() <= a.max().x()
        && a.min().y() <= b.max().y()
        && b.min().y() <= a.max().y();
  }

  private static boolean holds(Box outer, Box inner) {
    return outer.min().x() <= inner.min().x()
        && outer.min().y() <= inner.min().y()
        && outer.max().x() >= inner.max().x()
        && outer.max().y() >= inner.max().y();
  }
}
