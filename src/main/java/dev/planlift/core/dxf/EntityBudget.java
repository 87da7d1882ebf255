package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.entity.Entity;
import dev.planlift.core.dxf.entity.Result;
import java.util.List;

/**
 * How much of one entity is read. What is beyond is passed over, and the entity is approximated by
 * what was taken of it: no drawing needs as much, and no file can fill the memory by one entity.
 */
final class EntityBudget {
  /** So many vertices or attributes belong to one entity. */
  static final int MAX_PARTS = 1_000_000;

  /** A million vertices of a polyline. */
  static final int MAX_GROUPS = 2_000_000;

  private static final long MAX_BYTES = 64L << 20;

  /** So many characters long is a text at most. */
  static final int MAX_TEXT = 1 << 18;

  private final long start;
  private int groups;

  /**
   * The budget of an entity.
   *
   * @param position where in the file it begins, bytes
   */
  EntityBudget(long position) {
    start = position;
  }

  /** Whether one more group, which ends at this position, is within the budget. */
  boolean takes(long position) {
    return ++groups <= MAX_GROUPS && position - start <= MAX_BYTES;
  }

  /** The result, its texts cut; approximated where the entity was too large. */
  static Result within(Entity entity, Result result) {
    boolean whole = !entity.isCutShort() && !holdsTooLong(result.items());
    if (result.outcome() == Outcome.SKIPPED || whole) {
      return result;
    }
    var items = result.items().stream().map(EntityBudget::shortened).toList();
    return new Result(
        Outcome.APPROXIMATED,
        items,
        "ENTITY_BUDGET",
        "It is too large; what is beyond is left out");
  }

  private static boolean holdsTooLong(List<DrawingItem> items) {
    for (var item : items) {
      if (isTooLong(item)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTooLong(DrawingItem item) {
    return item instanceof TextLabel label && label.text().length() > MAX_TEXT;
  }

  private static DrawingItem shortened(DrawingItem item) {
    return item instanceof TextLabel label && isTooLong(label)
        ? label.with(label.text().substring(0, MAX_TEXT))
        : item;
  }
}
