package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ItemBounds;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The masks of a page, findable by their place. The ground of a label is none: what it covers goes
 * on below the label, and is left out for its sake alone.
 */
final class PaperMasks {
  /** An area as large in both directions as so much of what is drawn is the page's ground. */
  private static final double COVERS = 0.9;

  /** Of 255; on grounds as light as this white hides. */
  private static final int LIGHT = 0xA0;

  private static final double CELL_PT = 32;

  /** Masks and lines that lie in more cells are not kept, or looked for, cell by cell. */
  private static final int MOST_CELLS = 400;

  /** A ground is at most so many times as large as the text on it. */
  private static final double GROUND = 8;

  private final List<PaperMask> wide = new ArrayList<>();
  private final List<PaperMask> all = new ArrayList<>();
  private final Map<Long, List<PaperMask>> cells = new HashMap<>();

  private PaperMasks() {}

  static PaperMasks of(List<DrawingItem> items) {
    var masks = new PaperMasks();
    if (isDark(items)) {
      return masks;
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof FilledRegion region) {
        PaperMask.of(region, i).ifPresent(masks.all::add);
      }
    }
    if (!masks.all.isEmpty()) {
      masks.all.forEach(masks::place);
      masks.withoutGrounds(items);
    }
    return masks;
  }

  /** Whether a dark area lies under all: on it, white is ink. */
  private static boolean isDark(List<DrawingItem> items) {
    if (items.stream().noneMatch(PaperMasks::isDarkArea)) {
      return false;
    }
    var drawn = Box.EMPTY;
    for (var item : items) {
      drawn = drawn.with(ItemBounds.of(item));
    }
    double width = COVERS * drawn.size().x();
    double height = COVERS * drawn.size().y();
    return items.stream()
        .filter(PaperMasks::isDarkArea)
        .map(item -> ItemBounds.of(item).size())
        .anyMatch(size -> size.x() >= width && size.y() >= height);
  }

  private static boolean isDarkArea(DrawingItem item) {
    return item instanceof FilledRegion region
        && region.fill() instanceof FilledRegion.Fill.Solid
        && Math.max(
                region.appearance().rgb() >> 16 & 0xFF,
                Math.max(region.appearance().rgb() >> 8 & 0xFF, region.appearance().rgb() & 0xFF))
            < LIGHT;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  private void place(PaperMask mask) {
    var box = mask.box();
    if (count(box[0], box[1], box[2], box[3]) > MOST_CELLS) {
      wide.add(mask);
      return;
    }
    for (long x = cell(box[0]); x <= cell(box[2]); x++) {
      for (long y = cell(box[1]); y <= cell(box[3]); y++) {
        cells.computeIfAbsent(key(x, y), k -> new ArrayList<>()).add(mask);
      }
    }
  }

  private void withoutGrounds(List<DrawingItem> items) {
    var grounds = new ArrayList<PaperMask>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof TextLabel text) {
        var at = text.center();
        double area = GROUND * text.width() * text.height();
        for (var mask : over(-1, at.x(), at.y(), at.x(), at.y())) {
          if (mask.item() < i && mask.area() <= area && mask.holds(at.x(), at.y())) {
            grounds.add(mask);
          }
        }
      }
    }
    all.removeAll(grounds);
    wide.removeAll(grounds);
    cells.values().forEach(list -> list.removeAll(grounds));
  }

  /** Those drawn after an item whose boxes meet a box, each once, in the order of drawing. */
  List<PaperMask> over(int item, double minX, double minY, double maxX, double maxY) {
    var found = new ArrayList<PaperMask>();
    if (!(count(minX, minY, maxX, maxY) <= MOST_CELLS)) {
      found.addAll(all);
    } else {
      found.addAll(wide);
      for (long x = cell(minX); x <= cell(maxX); x++) {
        for (long y = cell(minY); y <= cell(maxY); y++) {
          found.addAll(cells.getOrDefault(key(x, y), List.of()));
        }
      }
    }
    return found.stream()
        .filter(mask -> mask.item() > item && mask.meets(minX, minY, maxX, maxY))
        .distinct()
        .sorted((a, b) -> Integer.compare(a.item(), b.item()))
        .toList();
  }

  private static double count(double minX, double minY, double maxX, double maxY) {
    return ((maxX - minX) / CELL_PT + 1) * ((maxY - minY) / CELL_PT + 1);
  }

  private static long cell(double at) {
    return (long) Math.floor(at / CELL_PT);
  }

  private static long key(long x, long y) {
    return x << 32 ^ (y & 0xFFFFFFFFL);
  }
}
