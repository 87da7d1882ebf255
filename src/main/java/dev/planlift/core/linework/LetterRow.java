package dev.planlift.core.linework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Glyphs one after the other that may be a row of letters: of one height on one line, most of them
 * more than a line or a box, and not all the same. What is set out in a row as things are, columns,
 * piers, dashes, chairs, is the one or the other.
 *
 * @param letters parts over each other as one, from left to right
 * @param angleRad that it runs along
 * @param height of its tallest letter, points
 */
record LetterRow(List<Glyph> letters, double angleRad, double height) {
  private static final int FEWEST = 3;

  /** So few are told where rows as high are sure; a single one may be anything. */
  private static final int LIKELY = 2;

  private static final double SHORTEST_PT = 1.5;
  private static final double TALL = 0.5;
  private static final double ON_LINE = 0.15;
  private static final double MOSTLY = 0.6;
  private static final double WIDEST = 1.25;
  private static final double PLAIN = 0.5;

  /** So many letters for one that looks unlike the others. */
  private static final int REPEATED = 8;

  static LetterRow of(List<Glyph> glyphs, double angleRad, double height) {
    var sorted =
        glyphs.stream().sorted(Comparator.comparingDouble(g -> g.extent(angleRad).left())).toList();
    var letters = new ArrayList<Glyph>();
    var parts = new ArrayList<Glyph>();
    double right = Double.NEGATIVE_INFINITY;
    for (var glyph : sorted) {
      var box = glyph.extent(angleRad);
      if (!parts.isEmpty() && right - box.left() < box.width() / 2) {
        letters.add(Glyph.of(parts));
        parts.clear();
      }
      parts.add(glyph);
      right = parts.size() == 1 ? box.right() : Math.max(right, box.right());
    }
    if (!parts.isEmpty()) {
      letters.add(Glyph.of(parts));
    }
    return new LetterRow(letters, angleRad, height);
  }

  /** Whether it is lettering by itself. */
  boolean isSure() {
    int n = letters.size();
    return n >= FEWEST
        && isInLine()
        && plain() <= PLAIN * n
        && looks() >= Math.min(3, n - 1)
        && looks() * REPEATED >= n;
  }

  /** Whether it may be lettering where rows as high are sure. */
  boolean isLikely() {
    return letters.size() >= LIKELY
        && looks() > 1
        && isInLine()
        && plain() <= PLAIN * letters.size();
  }

  private boolean isInLine() {
    if (letters.isEmpty() || height < SHORTEST_PT || height > Glyphs.TALLEST_PT) {
      return false;
    }
    var boxes = letters.stream().map(g -> g.extent(angleRad)).toList();
    int n = boxes.size();
    double base = middle(boxes.stream().map(Extent::low).toList());
    long tall = boxes.stream().filter(box -> box.height() >= TALL * height).count();
    long on = boxes.stream().filter(b -> Math.abs(b.low() - base) <= ON_LINE * height).count();
    return tall >= MOSTLY * n
        && on >= MOSTLY * n
        && middle(boxes.stream().map(Extent::width).toList()) <= WIDEST * height;
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private long plain() {
    return letters.stream().filter(letter -> letter.isPlain(angleRad)).count();
  }

  private int looks() {
    return letters.stream()
        .map(letter -> letter.look(angleRad, height))
        .collect(Collectors.toSet())
        .size();
  }
}
