package dev.planlift.core.drawing;

import dev.planlift.core.geom.Vec2;
import java.util.List;

/** Cuts things by an area of the plan: what lies in it stays, what lies outside goes. */
public final class Cutting {
  private final ItemClipping clipping;

  private Cutting(ClipRegion region) {
    clipping = new ItemClipping(region);
  }

  /**
   * A cutting by polygons.
   *
   * @param rings at least one, of at least three corners each, the last not repeated; inside is
   *     where a ray crosses them an odd number of times
   */
  public static Cutting by(List<List<Vec2>> rings) {
    return new Cutting(ClipRegion.between(rings));
  }

  /**
   * What is left of an item that is no symbol instance: lines and fills are cut, texts and pictures
   * stay whole where their middle is inside.
   */
  public List<DrawingItem> cut(DrawingItem item) {
    return clipping.cut(item);
  }
}
