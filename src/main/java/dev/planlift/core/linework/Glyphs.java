package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.geom.Cell;
import dev.planlift.core.geom.DisjointSets;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Groups of marks that touch each other, as small as letters, and touch nothing larger. Time is
 * linear but for places where very much is drawn, which hold no letters. One use, one thread.
 */
final class Glyphs {
  /** The tallest letters looked for are 12 mm. */
  static final double TALLEST_PT = 34;

  private static final double CELL_PT = 4;
  private static final double TOUCH_PT = 0.12;

  /** In a place of one cell more pieces than this are a hatch or a picture. */
  private static final int CROWDED = 200;

  private static final int MOST_PIECES = 2_000;

  /** A page with more small pieces is a map or a picture. */
  private static final int MOST_IN_ALL = 400_000;

  private record Piece(int mark, Vec2 from, Vec2 to) {}

  private final List<Mark> marks = new ArrayList<>();
  private final List<Mark> larger = new ArrayList<>();
  private final Map<Long, List<Piece>> cells = new HashMap<>();
  private final DisjointSets groups;
  private final boolean[] held;

  private Glyphs(List<Mark> all) {
    for (var mark : all) {
      boolean small = mark.size() <= MOST_PIECES && mark.extent() <= TALLEST_PT;
      (small ? marks : larger).add(mark);
    }
    groups = new DisjointSets(marks.size());
    held = new boolean[marks.size()];
  }

  /** Those of a page; none where there is too much on it. */
  static List<Glyph> of(List<DrawingItem> items) {
    var glyphs = new Glyphs(Mark.of(items));
    if (glyphs.marks.stream().mapToInt(Mark::size).sum() > MOST_IN_ALL) {
      return List.of();
    }
    for (int i = 0; i < glyphs.marks.size(); i++) {
      glyphs.place(i);
    }
    glyphs.cells.values().forEach(glyphs::join);
    glyphs.larger.forEach(glyphs::hold);
    return glyphs.free();
  }

  private void place(int number) {
    var mark = marks.get(number);
    for (int i = 0; i < mark.size(); i++) {
      var piece = new Piece(number, mark.from(i), mark.to(i));
      walk(piece, cell -> cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(piece));
    }
  }

  /** Through the cells within touch of a piece's line. */
  private static void walk(Piece piece, LongConsumer visit) {
    double x0 = Math.min(piece.from.x(), piece.to.x());
    double x1 = Math.max(piece.from.x(), piece.to.x());
    double dx = piece.to.x() - piece.from.x();
    double slope = dx == 0 ? 0 : (piece.to.y() - piece.from.y()) / dx;
    for (long i = cell(x0 - TOUCH_PT); i <= cell(x1 + TOUCH_PT); i++) {
      double a = piece.from.y();
      double b = piece.to.y();
      if (Math.abs(dx) > CELL_PT) {
        double left = Math.max(x0, i * CELL_PT - TOUCH_PT);
        double right = Math.min(x1, (i + 1) * CELL_PT + TOUCH_PT);
        a = piece.from.y() + (Math.min(left, x1) - piece.from.x()) * slope;
        b = piece.from.y() + (Math.max(right, x0) - piece.from.x()) * slope;
      }
      for (long j = cell(Math.min(a, b) - TOUCH_PT); j <= cell(Math.max(a, b) + TOUCH_PT); j++) {
        visit.accept(Cell.at(i, j));
      }
    }
  }

  private static long cell(double at) {
    return (long) Math.floor(at / CELL_PT);
  }

  private void join(List<Piece> near) {
    if (near.size() > CROWDED) {
      near.forEach(piece -> held[piece.mark] = true);
      return;
    }
    for (int i = 0; i < near.size(); i++) {
      for (int j = 0; j < i; j++) {
        var one = near.get(i);
        var other = near.get(j);
        if (groups.root(one.mark) != groups.root(other.mark) && touch(one, other)) {
          groups.join(one.mark, other.mark);
        }
      }
    }
  }

  /** Marks what touches something larger: it is a part of that. */
  private void hold(Mark large) {
    for (int i = 0; i < large.size(); i++) {
      var line = new Piece(-1, large.from(i), large.to(i));
      walk(
          line,
          cell -> {
            for (var piece : cells.getOrDefault(cell, List.of())) {
              if (!held[piece.mark] && touch(line, piece)) {
                held[piece.mark] = true;
              }
            }
          });
    }
  }

  private static boolean touch(Piece one, Piece other) {
    return cross(one, other)
        || near(one.from, other)
        || near(one.to, other)
        || near(other.from, one)
        || near(other.to, one);
  }

  private static boolean near(Vec2 point, Piece piece) {
    var along = piece.to.minus(piece.from);
    double square = along.dot(along);
    double t = square == 0 ? 0 : point.minus(piece.from).dot(along) / square;
    var nearest = piece.from.plus(along.times(Math.clamp(t, 0, 1)));
    return nearest.distance(point) <= TOUCH_PT;
  }

  private static boolean cross(Piece one, Piece other) {
    return side(one, other.from) * side(one, other.to) < 0
        && side(other, one.from) * side(other, one.to) < 0;
  }

  private static double side(Piece piece, Vec2 point) {
    return piece.to.minus(piece.from).cross(point.minus(piece.from));
  }

  private List<Glyph> free() {
    var free = new ArrayList<Glyph>();
    for (var group : groups.members().values()) {
      if (group.stream().noneMatch(mark -> held[mark])) {
        var glyph = new Glyph(group.stream().map(marks::get).toList());
        if (glyph.extent(0).longer() <= TALLEST_PT) {
          free.add(glyph);
        }
      }
    }
    return free;
  }
}
