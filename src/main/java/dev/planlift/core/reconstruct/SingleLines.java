package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Walls of a plan that draws each as one line: they are given a usual thickness. Any diagram or
 * machine part is drawn so, too; a plan tells itself by rooms next to each other that have names of
 * rooms, doors that swing in what lies between them, or a layer named after rooms.
 */
final class SingleLines {
  /** More lines than this are a map or a picture, not a sketch of a plan. */
  private static final int MAX_LINES = 4000;

  /** Shorter lines that nothing goes on from are marks. */
  private static final double MARK_M = 0.3;

  private static final double TOUCH_M = 0.02;

  /** So much of all lines stands alone, without a second face of the wall. */
  private static final double MOSTLY = 0.7;

  /** Rooms of people, not the cells of a table. */
  private static final double MIN_ROOM_M2 = 1.5;

  private static final double MIN_SIDE_M = 1.2;
  private static final double MAX_ROOM_M2 = 400;

  private final LineWork work;
  private final LineIndex index;
  private final Map<String, Role> roles = new HashMap<>();
  private final List<LineWork.Label> names;

  SingleLines(LineWork work, LineIndex index) {
    this.work = work;
    this.index = index;
    this.names =
        work.labels().stream()
            .filter(label -> ViewWords.STANDARD.speaksOf(ViewWords.Topic.ROOM, label.text().text()))
            .toList();
  }

  /** The storey; without walls where the lines do not tell of a plan. */
  Storey find(List<LineWork.Line> lines, List<Swing> swings, List<WindowStrip> strips) {
    var ofRooms = lines.stream().filter(this::isOnRoomLayer).toList();
    var nothing = new Storey(Polygons.FACTORY.createPolygon(), List.of());
    boolean named = !ofRooms.isEmpty();
    if (lines.size() > MAX_LINES || !(named || names.size() > 1 || !swings.isEmpty())) {
      return nothing;
    }
    var single = walls(named ? ofRooms : lines);
    var areas = WideLine.areas(single).stream().map(LineWork.Area::polygon).toList();
    var storey = Storey.opened(work, index, Polygons.union(areas), swings, strips);
    var kept = new ArrayList<Polygon>();
    for (var part : Polygons.parts(storey.walls())) {
      if (isPlan(part, storey.holes(), named)) {
        kept.add(part);
      }
    }
    return kept.isEmpty() ? nothing : Plausibility.on(kept, storey.holes());
  }

  private boolean isOnRoomLayer(LineWork.Line line) {
    return roles.computeIfAbsent(LayerShares.layer(work, line), LayerShares::role) == Role.ROOM;
  }

  /** Lines that stand alone; none where most are one of two faces. */
  private static List<WideLine> walls(List<LineWork.Line> lines) {
    var index = new LineIndex(lines);
    var walls = new ArrayList<WideLine>();
    double total = 0;
    double alone = 0;
    for (var line : lines) {
      boolean mark =
          line.length() < MARK_M
              && (isFree(line.a(), line, index) || isFree(line.b(), line, index));
      if (!mark) {
        double length = line.length();
        total += length;
        alone += length - faced(line, index);
        walls.add(new WideLine(List.of(line.a(), line.b()), LooseWalls.SINGLE_LINE_M, line.item()));
      }
    }
    return alone >= MOSTLY * total ? walls : List.of();
  }

  /** The longest stretch along which another line runs beside it as a wall's other face does. */
  private static double faced(LineWork.Line line, LineIndex index) {
    var box = new Envelope(line.a(), line.b());
    box.expandBy(Sizes.MAX_WALL_M);
    return index.in(box).stream()
        .filter(other -> !other.equals(line))
        .mapToDouble(other -> LooseWalls.facing(line, other))
        .max()
        .orElse(0);
  }

  private static boolean isFree(Coordinate end, LineWork.Line line, LineIndex index) {
    return index.near(end, TOUCH_M).stream()
        .filter(other -> !other.equals(line))
        .noneMatch(other -> Distance.pointToSegment(end, other.a(), other.b()) <= TOUCH_M);
  }

  private boolean isPlan(Polygon part, List<Hole> holes, boolean named) {
    int rooms = 0;
    Set<LineWork.Label> told = new HashSet<>();
    for (int i = 0; i < part.getNumInteriorRing(); i++) {
      var room = Polygons.FACTORY.createPolygon(part.getInteriorRingN(i));
      if (room.getArea() >= MIN_ROOM_M2
          && room.getArea() <= MAX_ROOM_M2
          && !Polygons.thinnerThan(room, MIN_SIDE_M)) {
        rooms++;
        nameOf(room, told);
      }
    }
    if (rooms < 2) {
      return false;
    }
    long doors = doorsIn(part, holes);
    return named || told.size() + doors >= 2;
  }

  /** One name for a room. */
  private void nameOf(Polygon room, Set<LineWork.Label> told) {
    var locator = new IndexedPointInAreaLocator(room);
    names.stream()
        .filter(label -> locator.locate(label.center()) == Location.INTERIOR)
        .findFirst()
        .ifPresent(told::add);
  }

  private static long doorsIn(Polygon part, List<Hole> holes) {
    var locator = new IndexedPointInAreaLocator(part);
    return holes.stream()
        .filter(hole -> !hole.leaves().isEmpty())
        .filter(hole -> locator.locate(hole.center()) == Location.INTERIOR)
        .count();
  }
}
