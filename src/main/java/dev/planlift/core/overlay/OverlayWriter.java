package dev.planlift.core.overlay;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.overlay.Surface.Anchor;
import dev.planlift.core.picture.Typeface;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import dev.planlift.core.plan.SheetView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws what was recognised (walls, doors, windows, rooms with their labels) in colours over the
 * thin grey lines of the source, what was missed in red dashes, the views of a sheet framed and
 * named, with a legend. Thread-safe.
 */
public final class OverlayWriter {
  private static final int MOST_POINTS = 200_000;

  /** Of a drawing without a building, this share of points on each side may lie off the sheet. */
  private static final double STRAYS = 0.005;

  private static final double VIEW_TITLE_PX = 15;
  private static final int LABEL_LINES = 3;

  /**
   * Writes it as SVG.
   *
   * @param svg its folder must exist; an older file is replaced
   */
  public void writeSvg(Overlay overlay, Path svg) {
    var sheet = sheet(overlay);
    try (var out = Files.newBufferedWriter(svg);
        var surface = new SvgSurface(sheet, out)) {
      draw(overlay, sheet, surface);
    } catch (IOException e) {
      throw new UncheckedIOException("The overlay cannot be written", e);
    }
  }

  /**
   * Writes it as PNG, at most {@value Sheet#LONGER_SIDE} pixels along its longer side.
   *
   * @param png its folder must exist; an older file is replaced
   */
  public void writePng(Overlay overlay, Path png) {
    var sheet = sheet(overlay);
    var surface = new PixelSurface(sheet);
    draw(overlay, sheet, surface);
    try {
      surface.canvas().write(png);
    } catch (IOException e) {
      throw new UncheckedIOException("The overlay cannot be written", e);
    }
  }

  private static void draw(Overlay overlay, Sheet sheet, Surface surface) {
    LinesBelow.draw(overlay.drawing(), sheet, overlay.metresPerUnit(), surface);
    for (var level : overlay.building().levels()) {
      level(level, sheet.shifted(level.shift()), surface);
    }
    for (var line : overlay.missed()) {
      surface.line(Style.MISSED, sheet.points(line), line.size(), false);
    }
    overlay.views().forEach(view -> view(view, sheet, surface));
    Legend.draw(overlay, sheet, surface);
  }

  private static void view(SheetView view, Sheet sheet, Surface surface) {
    double left = sheet.x(view.bounds().min().x());
    double right = sheet.x(view.bounds().max().x());
    double top = sheet.y(view.bounds().max().y());
    double bottom = sheet.y(view.bounds().min().y());
    if (!sheet.shows(left, top, right, bottom)) {
      return;
    }
    var frame = new double[] {left, top, right, top, right, bottom, left, bottom};
    surface.line(view.level().isPresent() ? Style.TAKEN : Style.LEFT, frame, 4, true);
    var title = view.name() + " (" + view.kind().name().toLowerCase(Locale.ROOT) + ")";
    double y = Math.max(top - 5, VIEW_TITLE_PX);
    surface.text(title, Math.max(left, 4), y, VIEW_TITLE_PX, Anchor.START);
  }

  private static Sheet sheet(Overlay overlay) {
    var points = new ArrayList<Vec2>();
    for (var level : overlay.building().levels()) {
      var shown = new ArrayList<Vec2>();
      level.walls().forEach(wall -> shown.addAll(wall.footprint().shell()));
      level.rooms().forEach(room -> shown.addAll(room.outline().shell()));
      shown.forEach(point -> points.add(point.minus(level.shift())));
    }
    if (!points.isEmpty()) {
      overlay.views().forEach(view -> addCorners(view, points));
    }
    double strays = 0;
    if (points.isEmpty()) {
      strays = STRAYS;
      Outlines.of(
          overlay.drawing(),
          Double.MAX_VALUE,
          (line, closed) -> {
            for (int i = 0; i < line.size() && points.size() < MOST_POINTS; i++) {
              points.add(line.vertex(i).xy().times(overlay.metresPerUnit()));
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

  private static void addCorners(SheetView view, List<Vec2> points) {
    if (!view.bounds().isEmpty()) {
      points.add(view.bounds().min().xy());
      points.add(view.bounds().max().xy());
    }
  }

  private static void level(Level level, Sheet sheet, Surface surface) {
    level.rooms().forEach(room -> surface.area(Style.ROOM, sheet.rings(room.outline())));
    for (var stair : level.stairs()) {
      stair.treads().forEach(tread -> surface.area(Style.STAIR, sheet.rings(tread)));
    }
    level.walls().forEach(wall -> surface.area(Style.WALL, sheet.rings(wall.footprint())));
    level.lifts().forEach(lift -> surface.area(Style.LIFT, sheet.rings(lift.area())));
    level.columns().forEach(column -> surface.area(Style.COLUMN, sheet.rings(column.footprint())));
    for (var opening : level.openings()) {
      surface.area(style(opening.kind()), List.of(sheet.points(opening.corners())));
    }
    level.rooms().forEach(room -> label(room, sheet, surface));
  }

  private static Style style(Opening.Kind kind) {
    return switch (kind) {
      case DOOR -> Style.DOOR;
      case WINDOW -> Style.WINDOW;
      case BARE -> Style.BARE;
    };
  }

  private static void label(Room room, Sheet sheet, Surface surface) {
    double size = Math.clamp(Math.sqrt(room.areaM2()) * sheet.scale() / 11, 9, 26);
    var spot = LabelSpot.of(room);
    double x = sheet.x(spot.x());
    double y = sheet.y(spot.y());
    if (!room.label().isBlank()) {
      double widest = 1.3 * Math.sqrt(room.areaM2()) * sheet.scale() / size;
      for (var line : Typeface.standard().wrapped(room.label(), widest, LABEL_LINES)) {
        surface.text(line, x, y, size, Anchor.MIDDLE);
        y += 1.2 * size;
      }
    }
    var area = String.format(Locale.ROOT, "%.1f m²", room.areaM2());
    surface.text(area, x, y, 0.8 * size, Anchor.MIDDLE);
  }
}
