package dev.planlift.core.overlay;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.SheetView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what was recognised (walls, doors, windows, rooms with their labels) in colours over the
 * thin grey lines of the source, what was missed in red dashes, the views of a sheet framed and
 * named, with a legend. Thread-safe.
 */
public final class OverlayWriter {
  private static final int MOST_POINTS = 200_000;

  /** Of a drawing without a building, this share of points on each side may lie off the sheet. */
  private static final double STRAYS = 0.005;

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
   * Writes it as PNG, about {@value Sheet#LONGER_SIDE} pixels along its longer side, more where
   * there are many rooms.
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

  /** Texts come last, over everything: views' names, then rooms', each where there is place. */
  private static void draw(Overlay overlay, Sheet sheet, Surface surface) {
    LinesBelow.draw(overlay.drawing(), sheet, overlay.metresPerUnit(), surface);
    for (var level : overlay.building().levels()) {
      level(level, sheet.shifted(level.shift()), surface);
    }
    for (var line : overlay.missed()) {
      surface.line(Style.MISSED, sheet.points(line), line.size(), false);
    }
    var legend = new Legend(overlay, sheet);
    legend.draw(sheet, surface);
    var taken = new TakenPlaces();
    taken.take(new PixelBox(0, sheet.height() - legend.height(), sheet.width(), sheet.height()));
    var titles = new ViewTitles(sheet, taken);
    overlay.views().forEach(view -> titles.draw(view, surface));
    var labels = new RoomLabels(sheet, taken);
    for (var level : overlay.building().levels()) {
      labels.add(level, sheet.shifted(level.shift()));
    }
    labels.write(surface);
  }

  private static Sheet sheet(Overlay overlay) {
    var sheet = drawn(overlay);
    return sheet.extended(new Legend(overlay, sheet).height());
  }

  private static Sheet drawn(Overlay overlay) {
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
      return Sheet.showing(0, 0, 1, 1, Double.POSITIVE_INFINITY);
    }
    var x = points.stream().mapToDouble(Vec2::x).sorted().toArray();
    var y = points.stream().mapToDouble(Vec2::y).sorted().toArray();
    int cut = (int) (strays * points.size());
    int last = points.size() - 1 - cut;
    return Sheet.showing(x[cut], y[cut], x[last], y[last], usualRoomM(overlay.building()));
  }

  /** A fourth of the rooms are smaller: those want to be read as well. */
  private static double usualRoomM(Building building) {
    var sides =
        building.levels().stream()
            .flatMap(level -> level.rooms().stream())
            .mapToDouble(room -> Math.sqrt(room.areaM2()))
            .sorted()
            .toArray();
    return sides.length == 0 ? Double.POSITIVE_INFINITY : sides[sides.length / 4];
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
  }

  private static Style style(Opening.Kind kind) {
    return switch (kind) {
      case DOOR -> Style.DOOR;
      case WINDOW -> Style.WINDOW;
      case BARE -> Style.BARE;
    };
  }
}
