package dev.planlift.core.drawing;

import dev.planlift.core.drawing.Expansion.Seen;
import java.util.ArrayList;
import java.util.List;

/**
 * Things seen in a drawing. They can be gone over as often as one likes, always in the same order;
 * of large drawings they are made anew each time, as all of them at once would fill the memory.
 */
public interface SeenItems {
  /** Shows all to the visitor; once it is done it may be shown more, and need not. */
  void visit(Expansion.Visitor visitor);

  static SeenItems of(List<Seen> seen) {
    var copy = List.copyOf(seen);
    return visitor -> copy.forEach(one -> visitor.seen(one.item(), one.inside()));
  }

  /** All of them at once. */
  default List<Seen> all() {
    var all = new ArrayList<Seen>();
    visit((item, inside) -> all.add(new Seen(item, inside)));
    return all;
  }
}
