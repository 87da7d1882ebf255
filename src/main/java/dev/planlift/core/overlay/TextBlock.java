package dev.planlift.core.overlay;

import dev.planlift.core.overlay.Surface.Anchor;
import dev.planlift.core.picture.Typeface;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text over each other, centred.
 *
 * @param lines a name, broken
 * @param small a line below them in smaller letters; empty for none
 * @param size of the letters, pixels
 */
record TextBlock(List<String> lines, String small, double size) {
  private static final double LEADING = 1.2;
  private static final double SMALL = 0.8;

  /** Letters of a viewer's own font may be broader than ours, and bold. */
  private static final double BROADER = 1.1;

  TextBlock {
    lines = List.copyOf(lines);
  }

  double width() {
    var face = Typeface.standard();
    double widest = lines.stream().mapToDouble(face::width).max().orElse(0);
    return BROADER * size * Math.max(widest, SMALL * face.width(small));
  }

  double height() {
    return LEADING * size * (lines.size() + (small.isEmpty() ? 0 : SMALL));
  }

  PixelBox at(double x, double y) {
    return PixelBox.around(x, y, width(), height());
  }

  /** Writes it into a box that {@link #at} gave. */
  void write(PixelBox box, Surface surface) {
    double y = box.top() + 0.95 * size;
    for (var line : lines) {
      surface.text(line, box.middleX(), y, size, Anchor.MIDDLE);
      y += LEADING * size;
    }
    if (!small.isEmpty()) {
      double base = lines.isEmpty() ? box.top() + 0.95 * SMALL * size : y - 0.15 * size;
      surface.text(small, box.middleX(), base, SMALL * size, Anchor.MIDDLE);
    }
  }

  /** From what is wanted most to what is better than nothing, each size with and without area. */
  static List<TextBlock> choices(
      String name, String area, double breadth, double largest, double least) {
    var choices = new ArrayList<TextBlock>();
    for (double size = Math.max(largest, least); size > 0; size = next(size, least)) {
      var wide = broken(name, 1.2 * breadth / size);
      var narrow = broken(name, 0.6 * breadth / size);
      choices.add(new TextBlock(wide, area, size));
      choices.add(new TextBlock(narrow, area, size));
      if (!name.isEmpty() && size <= 1.3 * least) {
        choices.add(new TextBlock(wide, "", size));
        choices.add(new TextBlock(narrow, "", size));
      }
    }
    return choices;
  }

  private static double next(double size, double least) {
    return size <= least ? 0 : Math.max(least, 0.8 * size);
  }

  static List<String> broken(String name, double widest) {
    return name.isBlank() ? List.of() : Typeface.standard().wrapped(name, Math.max(4, widest), 4);
  }
}
