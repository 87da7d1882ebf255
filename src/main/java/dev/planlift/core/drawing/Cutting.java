package dev.planlift.core.drawing;

import dev.planlift.core.geom.Vec2;
import java.util.List;

/** Cuts things by an area of the plan: what lies in it stays, what lies outside goes. */
public final class Cutting {
  private final ItemClipping clipping;

  /**
   * A cutting by a polygon.
   *
   * @param corners at least three, the last not repeated; inside is where a ray crosses the
   *     boundary an odd number of times
   */
  public Cutting(List<Vec2> corners) {
    clipping = new ItemClipping(new ClipRegion(corners, false));
  }

  /**
   * What is left of an item that is no symbol instance: lines and fills are cut, texts and pictures
   * stay whole where their middle is inside.
   */
  public List<DrawingItem> cut(DrawingItem item) {
    return clipping.cut(item);
  }
}
