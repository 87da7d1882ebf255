package dev.planlift.core.overlay;

import dev.planlift.core.overlay.Surface.Anchor;
import dev.planlift.core.picture.Typeface;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What the colours mean and how many there are of each, along the lower edge. */
final class Legend {
  private static final double SIZE = 16;
  private static final double EDGE = 14;

  private record Entry(Style style, String name, long count) {}

  private Legend() {}

  static void draw(Overlay overlay, Sheet sheet, Surface surface) {
    double y = sheet.height() - EDGE;
    double x = EDGE;
    var entries = entries(overlay).stream().filter(entry -> entry.count() > 0).toList();
    if (!entries.isEmpty()) {
      surface.box(Style.GROUND, 0, y - 2 * SIZE + 4, sheet.width(), 3 * SIZE);
    }
    for (var entry : entries) {
      if (entry.style().fill == Style.NONE) {
        var stroke = new double[] {x, y - SIZE / 2, x + SIZE, y - SIZE / 2};
        surface.line(entry.style(), stroke, 2, false);
      } else {
        surface.box(entry.style(), x, y - SIZE + 2, SIZE, SIZE);
      }
      var text = entry.count() + " " + entry.name();
      surface.text(text, x + SIZE + 6, y, SIZE, Anchor.START);
      x += SIZE + 6 + SIZE * Typeface.standard().width(text) + 22;
    }
  }

  private static List<Entry> entries(Overlay overlay) {
    var levels = overlay.building().levels();
    long taken = overlay.views().stream().filter(view -> view.level().isPresent()).count();
    return List.of(
        new Entry(Style.WALL, "walls", count(levels, Level::walls)),
        new Entry(Style.DOOR, "doors", openings(levels, Opening.Kind.DOOR)),
        new Entry(Style.WINDOW, "windows", openings(levels, Opening.Kind.WINDOW)),
        new Entry(Style.BARE, "passages", openings(levels, Opening.Kind.BARE)),
        new Entry(Style.COLUMN, "columns", count(levels, Level::columns)),
        new Entry(Style.STAIR, "stairs", count(levels, Level::stairs)),
        new Entry(Style.LIFT, "lifts", count(levels, Level::lifts)),
        new Entry(Style.ROOM, "rooms", count(levels, Level::rooms)),
        new Entry(Style.MISSED, "lines like walls, not taken", overlay.missed().size()),
        new Entry(Style.TAKEN, "views taken", taken),
        new Entry(Style.LEFT, "views left out", overlay.views().size() - taken));
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
