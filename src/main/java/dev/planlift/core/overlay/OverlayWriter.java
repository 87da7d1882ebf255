package dev.planlift.core.overlay;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Draws what was recognised (walls, doors, windows, rooms with their labels) in colours over the
 * thin grey lines of the source, with a legend. Thread-safe.
 */
public final class OverlayWriter {
  private static final int MOST_POINTS = 200_000;

  /** Of a drawing without a building, this share of points on each side may lie off the sheet. */
  private static final double STRAYS = 0.005;

  private static final String STYLE =
      """
      <style>
      .sheet{fill:#fff}
      .lines{fill:none;stroke:#9aa3ab;stroke-width:.8}
      .room{fill:#f2c94c;fill-opacity:.22;stroke:none}
      .wall{fill:#2f3e4e;fill-opacity:.82;stroke:#1b2631;stroke-width:1}
      .column{fill:#7b4fa3;fill-opacity:.8}
      .stair{fill:#b8895a;fill-opacity:.35;stroke:#8a6138;stroke-width:1}
      .door{fill:#e2702b;fill-opacity:.9}
      .window{fill:#2f94d6;fill-opacity:.9}
      .bare{fill:#7fb069;fill-opacity:.9}
      text{font-family:system-ui,sans-serif;fill:#1b2631}
      .label{text-anchor:middle;font-weight:600}
      </style>
      """;

  /**
   * Writes the picture.
   *
   * @param metresPerUnit of the drawing's unit
   * @param svg its folder must exist; an older file is replaced
   */
  public void write(Drawing drawing, Building building, double metresPerUnit, Path svg) {
    var sheet = sheet(drawing, building, metresPerUnit);
    try (var out = Files.newBufferedWriter(svg)) {
      out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
          .append(sheet.width() + " " + sheet.height() + "\">\n")
          .append(STYLE)
          .append("<rect class=\"sheet\" width=\"100%\" height=\"100%\"/>\n<g class=\"lines\">\n");
      LinesBelow.write(drawing, sheet, metresPerUnit, out);
      out.append("</g>\n");
      for (var level : building.levels()) {
        level(level, sheet.shifted(level.shift()), out);
      }
      legend(building, sheet, out);
      out.append("</svg>\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The overlay cannot be written", e);
    }
  }

  private static Sheet sheet(Drawing drawing, Building building, double metresPerUnit) {
    var points = new ArrayList<Vec2>();
    for (var level : building.levels()) {
      var shown = new ArrayList<Vec2>();
      level.walls().forEach(wall -> shown.addAll(wall.footprint().shell()));
      level.rooms().forEach(room -> shown.addAll(room.outline().shell()));
      shown.forEach(point -> points.add(point.minus(level.shift())));
    }
    double strays = 0;
    if (points.isEmpty()) {
      strays = STRAYS;
      Outlines.of(
          drawing,
          Double.MAX_VALUE,
          (line, closed) -> {
            for (int i = 0; i < line.size() && points.size() < MOST_POINTS; i++) {
              points.add(line.vertex(i).xy().times(metresPerUnit));
            }
          });
    }
    if (points.isEmpty()) {
      return Sheet.showing(0, 0, 1, 1);
    }
    var x = points.stream().mapToDouble(Vec2::x).sorted().toArray();
    var y = points.stream().mapToDouble(Vec2::y).sorted().toArray();
    int cut = (int) (strays * points.size());
    int last = points.size() - 1 - cut;
    return Sheet.showing(x[cut], y[cut], x[last], y[last]);
  }

  private static void level(Level level, Sheet sheet, Writer out) throws IOException {
    for (var room : level.rooms()) {
      shape("room", sheet.path(room.outline()), out);
    }
    for (var stair : level.stairs()) {
      for (var tread : stair.treads()) {
        shape("stair", sheet.path(tread), out);
      }
    }
    for (var wall : level.walls()) {
      shape("wall", sheet.path(wall.footprint()), out);
    }
    for (var column : level.columns()) {
      shape("column", sheet.path(column.footprint()), out);
    }
    for (var opening : level.openings()) {
      shape(style(opening.kind()), sheet.path(opening.corners()), out);
    }
    for (var room : level.rooms()) {
      label(room, sheet, out);
    }
  }

  private static String style(Opening.Kind kind) {
    return switch (kind) {
      case DOOR -> "door";
      case WINDOW -> "window";
      case BARE -> "bare";
    };
  }

  private static void shape(String style, String data, Writer out) throws IOException {
    out.append("<path class=\"").append(style).append("\" d=\"").append(data).append("\"/>\n");
  }

  private static void label(Room room, Sheet sheet, Writer out) throws IOException {
    double size = Math.clamp(Math.sqrt(room.areaM2()) * sheet.scale() / 11, 9, 26);
    var spot = LabelSpot.of(room);
    double x = sheet.x(spot.x());
    double y = sheet.y(spot.y());
    text(x, y, size, "label", room.label(), out);
    text(x, y + 1.2 * size, 0.8 * size, "label", square(room.areaM2()), out);
  }

  private static String square(double areaM2) {
    return String.format(Locale.ROOT, "%.1f m²", areaM2);
  }

  private static void text(double x, double y, double size, String style, String text, Writer out)
      throws IOException {
    if (text.isBlank()) {
      return;
    }
    out.append("<text class=\"" + style + "\" x=\"" + Sheet.number(x) + "\" y=\"")
        .append(Sheet.number(y) + "\" font-size=\"" + Sheet.number(size) + "\">")
        .append(Sheet.text(text))
        .append("</text>\n");
  }

  private record Entry(String style, String name, long count) {}

  private static void legend(Building building, Sheet sheet, Writer out) throws IOException {
    double y = sheet.height() - 14;
    double x = 14;
    for (var entry : entries(building)) {
      if (entry.count() > 0) {
        out.append("<rect class=\"" + entry.style() + "\" x=\"" + Sheet.number(x) + "\" y=\"")
            .append(Sheet.number(y - 14) + "\" width=\"16\" height=\"16\"/>\n");
        String text = entry.count() + " " + entry.name();
        text(x + 22, y, 16, "legend", text, out);
        x += 44 + 9 * text.length();
      }
    }
  }

  private static List<Entry> entries(Building building) {
    var entries = new ArrayList<Entry>();
    var levels = building.levels();
    entries.add(new Entry("wall", "walls", levels.stream().mapToLong(l -> l.walls().size()).sum()));
    for (var kind : Arrays.asList(Opening.Kind.values())) {
      long count =
          levels.stream().flatMap(l -> l.openings().stream()).filter(o -> o.kind() == kind).count();
      entries.add(new Entry(style(kind), names(kind), count));
    }
    entries.add(new Entry("room", "rooms", levels.stream().mapToLong(l -> l.rooms().size()).sum()));
    return entries;
  }

  private static String names(Opening.Kind kind) {
    return switch (kind) {
      case DOOR -> "doors";
      case WINDOW -> "windows";
      case BARE -> "passages";
    };
  }
}
