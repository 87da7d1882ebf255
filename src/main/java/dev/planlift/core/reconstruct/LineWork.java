package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.source.SourceRef;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A drawing flattened for recognition, in a {@link Frame}'s local metres. Every piece names the
 * item it is of by its index into {@link #seen}; {@link #uses} tells what that item may become.
 *
 * @param instances the symbols that stand for one thing, large ones taken apart
 * @param thickestM what is broader is taken for no wall
 */
record LineWork(
    List<Expansion.Seen> seen,
    List<Use> uses,
    List<Line> lines,
    List<Repeat> repeats,
    List<Arc> arcs,
    List<Area> areas,
    List<Label> labels,
    List<Instance> instances,
    double thickestM) {

  /** What an item may be taken for. */
  enum Use {
    /** Drawn on a layer named after walls. */
    WALL,
    /** Drawn on a layer of walls and openings alike. */
    MIXED,
    /** Nothing is known: any line may be anything. */
    FREE,
    /** Inside a symbol of unknown meaning: door or window, never a wall. */
    SYMBOL,
    DOOR,
    WINDOW,
    /** Dimension, furniture, grid, text …: not part of walls or openings. */
    OTHER
  }

  /** A straight line; never of length zero. */
  record Line(Coordinate a, Coordinate b, int item) {
    double length() {
      return a.distance(b);
    }

    Coordinate middle() {
      return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
    }

    /** Direction from a to b, length one. */
    Coordinate direction() {
      double length = length();
      return new Coordinate((b.x - a.x) / length, (b.y - a.y) / length);
    }

    double angleRad() {
      return Math.atan2(b.y - a.y, b.x - a.x);
    }
  }

  /** A line of one item that is drawn by another already, and so is not among the lines again. */
  record Repeat(int item, int of) {}

  /** A circular arc from {@code start} over the signed {@code sweepRad}. */
  record Arc(
      Coordinate center,
      double radius,
      Coordinate start,
      Coordinate end,
      double sweepRad,
      int item) {}

  /** A filled area, or the breadth of a wide line. */
  record Area(Polygon polygon, int item) {}

  record Label(TextLabel text, Coordinate center, int item) {
    Label(TextLabel text, Label at) {
      this(text, at.center, at.item);
    }
  }

  /**
   * A placed symbol that stands for one thing.
   *
   * @param role by its name, its layer's name else
   */
  record Instance(SymbolInstance symbol, Role role, List<Integer> items) {}

  /** The same with walls up to another thickness. */
  LineWork withThickest(double metres) {
    return new LineWork(seen, uses, lines, repeats, arcs, areas, labels, instances, metres);
  }

  /** The same with other lines and areas, of the same items. */
  LineWork with(List<Line> others, List<Area> otherAreas) {
    return new LineWork(
        seen, uses, others, repeats, arcs, otherAreas, labels, instances, thickestM);
  }

  /** The same drawn by other items, each like the one at its place. */
  LineWork drawnBy(List<Expansion.Seen> others) {
    var own =
        labels.stream()
            .map(label -> new Label((TextLabel) others.get(label.item()).item(), label))
            .toList();
    return new LineWork(others, uses, lines, repeats, arcs, areas, own, instances, thickestM);
  }

  Use use(int item) {
    return uses.get(item);
  }

  /** Whether an item was read from a page. */
  boolean isPlotted(int item) {
    return seen.get(item).item().source() instanceof SourceRef.PageBox;
  }

  /** Whether an item is drawn where walls may be. */
  boolean mayBeWall(int item) {
    var use = use(item);
    return use == LineWork.Use.WALL || use == LineWork.Use.MIXED || use == LineWork.Use.FREE;
  }
}
