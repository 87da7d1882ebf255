package dev.planlift.core.overlay;

import dev.planlift.core.overlay.Surface.Anchor;
import dev.planlift.core.picture.Typeface;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What the colours mean and how many there are of each, in a strip below the drawing. */
final class Legend {
  private static final double SIZE_PX = 16;
  private static final double EDGE = 0.9;
  private static final double LEADING = 1.6;
  private static final double BETWEEN = 1.4;

  /** Letters of a viewer's own font may be broader than ours. */
  private static final double BROADER = 1.05;

  private record Entry(Style style, String text) {
    double width(double size) {
      return size * (1.4 + BROADER * Typeface.standard().width(text));
    }
  }

  private record Place(Entry entry, double x, int row) {}

  private final double size;
  private final List<Place> places = new ArrayList<>();
  private int rows;

  Legend(Overlay overlay, Sheet sheet) {
    size = SIZE_PX * sheet.coarseness();
    double x = EDGE * size;
    for (var entry : entries(overlay)) {
      if (x > EDGE * size && x + entry.width(size) > sheet.width() - EDGE * size) {
        rows++;
        x = EDGE * size;
      }
      places.add(new Place(entry, x, rows));
      x += entry.width(size) + BETWEEN * size;
    }
    rows = places.isEmpty() ? 0 : rows + 1;
  }

  /** How high the strip is, pixels. */
  int height() {
    return rows == 0 ? 0 : (int) Math.ceil((rows * LEADING + 2 * EDGE) * size);
  }

  /** Draws it at the lower edge of a picture that has the strip. */
  void draw(Sheet sheet, Surface surface) {
    double top = sheet.height() - height() + EDGE * size;
    if (rows > 0) {
      surface.box(Style.GROUND, 0, sheet.height() - height(), sheet.width(), height());
    }
    for (var place : places) {
      double y = top + (place.row() * LEADING + 1) * size;
      double x = place.x();
      var style = place.entry().style();
      if (style.fill == Style.NONE) {
        var stroke = new double[] {x, y - size / 2, x + size, y - size / 2};
        surface.line(style, stroke, 2, false);
      } else {
        surface.box(style, x, y - size + size / 8, size, size);
      }
      surface.text(place.entry().text(), x + 1.4 * size, y, size, Anchor.START);
    }
  }

  private static List<Entry> entries(Overlay overlay) {
    var levels = overlay.building().levels();
    var entries = new ArrayList<Entry>();
    add(entries, Style.WALL, count(levels, Level::walls), "wall", "walls");
    add(entries, Style.DOOR, openings(levels, Opening.Kind.DOOR), "door", "doors");
    add(entries, Style.WINDOW, openings(levels, Opening.Kind.WINDOW), "window", "windows");
    add(entries, Style.BARE, openings(levels, Opening.Kind.BARE), "passage", "passages");
    add(entries, Style.COLUMN, count(levels, Level::columns), "column", "columns");
    add(entries, Style.STAIR, count(levels, Level::stairs), "stair", "stairs");
    add(entries, Style.LIFT, count(levels, Level::lifts), "lift", "lifts");
    add(entries, Style.ROOM, count(levels, Level::rooms), "room", "rooms");
    add(
        entries,
        Style.MISSED,
        overlay.missed().size(),
        "line like a wall, not taken",
        "lines like walls, not taken");
    long taken = overlay.views().stream().filter(view -> view.level().isPresent()).count();
    add(entries, Style.TAKEN, taken, "view taken", "views taken");
    long left = overlay.views().size() - taken;
    add(entries, Style.LEFT, left, "view left out", "views left out");
    if (!entries.isEmpty()) {
      entries.add(new Entry(Style.LINES, "as drawn"));
    }
    return entries;
  }

  private static void add(List<Entry> to, Style style, long count, String one, String many) {
    if (count > 0) {
      to.add(new Entry(style, count + " " + (count == 1 ? one : many)));
    }
  }

  private static long count(List<Level> levels, Function<Level, Collection<?>> what) {
    return levels.stream().mapToLong(level -> what.apply(level).size()).sum();
  }

  private static long openings(List<Level> levels, Opening.Kind kind) {
    return levels.stream()
        .flatMap(level -> level.openings().stream())
        .filter(opening -> opening.kind() == kind)
        .count();
  }
}
