package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes symbol instances apart: everything that is drawn, moved to where it is seen, with the layer
 * and colour it is seen in, cut where an instance is clipped. A dimension stays whole, its picture
 * moved with it. What lies on an invisible layer is left out. Nesting and number are bounded; a
 * symbol inside itself is left out.
 */
public final class Expansion {
  /**
   * One item as seen.
   *
   * @param item never a SymbolInstance; transformed, its appearance resolved
   * @param inside the instances around it, outermost first; empty for what is drawn directly
   */
  public record Seen(DrawingItem item, List<SymbolInstance> inside) {}

  /** Called for each item seen, in drawing order. */
  public interface Visitor {
    void seen(DrawingItem item, List<SymbolInstance> inside);

    /** Whether it has seen enough; most of what is left is not shown to it then. */
    default boolean isDone() {
      return false;
    }
  }

  /** Beyond this neighbouring doubles lie more than a tenth apart: no drawing is there. */
  private static final double MAX_COORDINATE = 1e15;

  private final int maxDepth;
  private final long maxItems;
  private long count;
  private boolean cutShort;

  public Expansion(int maxDepth, long maxItems) {
    this.maxDepth = maxDepth;
    this.maxItems = maxItems;
  }

  public Expansion() {
    this(32, 5_000_000);
  }

  /** Everything seen in a drawing, as a list. */
  public List<Seen> all(List<DrawingItem> items) {
    var list = new ArrayList<Seen>();
    visit(items, (item, inside) -> list.add(new Seen(item, inside)));
    return list;
  }

  public void visit(List<DrawingItem> items, Visitor visitor) {
    count = 0;
    cutShort = false;
    for (var item : items) {
      if (visitor.isDone()) {
        return;
      }
      visit(item, Affine3.IDENTITY, List.of(), List.of(), visitor);
    }
  }

  /** Whether the last visit met a bound and left something out. */
  public boolean cutShort() {
    return cutShort;
  }

  private void visit(
      DrawingItem item,
      Affine3 to,
      List<SymbolInstance> inside,
      List<ItemClipping> clips,
      Visitor visitor) {
    // Instances and hidden items count, too: empty symbols within each other must end as well.
    if (++count > maxItems) {
      cutShort = true;
      return;
    }
    var around = inside.isEmpty() ? null : inside.getLast().appearance();
    var appearance = around == null ? item.appearance() : item.appearance().inside(around);
    if (item instanceof SymbolInstance instance) {
      enter(looking(instance, appearance), to, inside, clips, visitor);
      return;
    }
    if (!appearance.layer().visible()) {
      return;
    }
    var placed = inside.isEmpty() ? item : item.transformed(to);
    show(looking(placed, appearance), clips.size(), inside, clips, visitor);
  }

  /** Shows what is left of an item behind the first so many clips, the innermost being last. */
  private void show(
      DrawingItem item,
      int behind,
      List<SymbolInstance> inside,
      List<ItemClipping> clips,
      Visitor visitor) {
    if (behind == 0) {
      visitor.seen(item, inside);
      return;
    }
    var parts = clips.get(behind - 1).cut(item);
    count += Math.max(0, parts.size() - 1);
    for (var part : parts) {
      show(part, behind - 1, inside, clips, visitor);
    }
  }

  // What looks as it did is not made again: most things do.
  @SuppressWarnings({"ReferenceEquality", "unchecked"})
  private static <T extends DrawingItem> T looking(T item, Appearance appearance) {
    return item.appearance() == appearance ? item : (T) item.with(appearance);
  }

  // Two symbols are the same only if they are the same object.
  @SuppressWarnings("ReferenceEquality")
  private void enter(
      SymbolInstance instance,
      Affine3 to,
      List<SymbolInstance> inside,
      List<ItemClipping> clips,
      Visitor visitor) {
    boolean recursive = inside.stream().anyMatch(i -> i.symbol() == instance.symbol());
    if (recursive || inside.size() >= maxDepth || count > maxItems) {
      cutShort = true;
      return;
    }
    var chain = new ArrayList<>(inside);
    chain.add(instance);
    var within = List.copyOf(chain);
    var content = to.after(instance.placement());
    if (!isWithinBounds(content)) {
      cutShort = true;
      return;
    }
    var clipped = clipped(instance, content, clips);
    for (var item : instance.symbol().items()) {
      if (count > maxItems) {
        cutShort = true;
        return;
      }
      visit(item, content, within, clipped, visitor);
    }
    for (var attribute : instance.attributes()) {
      visit(attribute, to, within, clips, visitor);
    }
  }

  private static List<ItemClipping> clipped(
      SymbolInstance instance, Affine3 content, List<ItemClipping> clips) {
    if (instance.clip().isEmpty()) {
      return clips;
    }
    var all = new ArrayList<>(clips);
    all.add(new ItemClipping(instance.clip().get().moved(content)));
    return List.copyOf(all);
  }

  /** Scales may multiply to more than can be reckoned with. */
  private static boolean isWithinBounds(Affine3 map) {
    double sum =
        map.xAxis().length() + map.yAxis().length() + map.zAxis().length() + map.origin().length();
    return sum <= MAX_COORDINATE; // false for NaN
  }
}
