package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.dxf.entity.Entity;
import dev.planlift.core.dxf.entity.Needs;
import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn in one place (the model, a block) in drawing order, with gaps for entities that can
 * only be converted later. Linear in what it holds.
 */
final class Content {
  /** An entity whose items will stand before the item at an index. */
  private record Gap(int index, Entity entity, boolean paper) {}

  /** Converts an entity. */
  interface Settling {
    List<DrawingItem> settle(Entity entity, String owner, boolean paper);
  }

  private final String owner;
  private List<DrawingItem> items = new ArrayList<>();
  private List<Gap> gaps = new ArrayList<>(0);

  /**
   * A place with nothing in it.
   *
   * @param owner the block; empty for the model
   */
  Content(String owner) {
    this.owner = owner;
  }

  String owner() {
    return owner;
  }

  void add(List<DrawingItem> more) {
    for (var item : more) {
      items.add(item);
    }
  }

  /** Leaves a gap for an entity here. */
  void leaveGap(Entity entity, boolean paper) {
    gaps.add(new Gap(items.size(), entity, paper));
  }

  boolean hasGaps() {
    return !gaps.isEmpty();
  }

  /** Without what is still to come into the gaps. */
  List<DrawingItem> items() {
    return items;
  }

  /** Fills the gaps of entities with this need; gaps with another stay. */
  void fill(Needs need, Settling settling) {
    if (gaps.stream().noneMatch(gap -> gap.entity.needs() == need)) {
      return;
    }
    var filled = new ArrayList<DrawingItem>(items.size() + gaps.size());
    var left = new ArrayList<Gap>(0);
    int next = 0;
    for (var gap : gaps) {
      filled.addAll(items.subList(next, gap.index));
      next = gap.index;
      if (gap.entity.needs() == need) {
        filled.addAll(settling.settle(gap.entity, owner, gap.paper));
      } else {
        left.add(new Gap(filled.size(), gap.entity, gap.paper));
      }
    }
    filled.addAll(items.subList(next, items.size()));
    items = filled;
    gaps = left;
  }
}
