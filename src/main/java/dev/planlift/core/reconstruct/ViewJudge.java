package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.SheetView;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells what kind of view it is: by its title, else by what is only found in one kind. Doors that
 * swing and names of rooms make a plan; floors over each other, a line of the ground and roofs make
 * sections and elevations.
 */
final class ViewJudge {
  /** What a view is taken for, and how sure. */
  record Verdict(SheetView.Kind kind, double confidence, String reason) {}

  /** A room that people stand in. */
  private static final double ROOM_M2 = 4;

  private static final double ROOM_SIDE_M = 1.5;

  private static final double ENOUGH_WALL_M = 10;

  /** Marks of levels are short texts, and a storey apart. */
  private static final int MAX_MARK = 40;

  private static final double MIN_STOREY_M = 2.2;
  private static final double MAX_STOREY_M = 6;

  /** How sure a plan is by names of rooms, and by closed rooms alone. */
  static final double NAMED = 0.8;

  static final double ROOMS = 0.5;

  private final Envelope box;
  private final Recognition found;

  ViewJudge(Envelope box, Recognition found) {
    this.box = box;
    this.found = found;
  }

  Verdict judge(ViewTitle title) {
    boolean plan = title.topic().equals(Optional.of(ViewWords.Topic.PLAN));
    return title.topic().isPresent() && !(plan && storeysNamed() > 1)
        ? new Verdict(kind(title.topic().get()), 0.95, "titled \"" + title.text() + "\"")
        : judge();
  }

  private static SheetView.Kind kind(ViewWords.Topic topic) {
    return switch (topic) {
      case SERVICES -> SheetView.Kind.SERVICES;
      case ROOF -> SheetView.Kind.ROOF;
      case SITE -> SheetView.Kind.SITE;
      case SECTION -> SheetView.Kind.SECTION;
      case ELEVATION -> SheetView.Kind.ELEVATION;
      case DETAIL -> SheetView.Kind.DETAIL;
      case LEGEND -> SheetView.Kind.LEGEND;
      case PLAN -> SheetView.Kind.PLAN;
      case SCHEMATIC, ROOM, SLAB, PLACE, MARK, GARAGE -> SheetView.Kind.OTHER;
    };
  }

  Verdict judge() {
    long doors = doors();
    long rooms = texts(ViewWords.Topic.ROOM);
    long slabs = texts(ViewWords.Topic.SLAB);
    boolean onGround = standsOnGround();
    int floors = FloorBands.in(found);
    int storeys = storeysNamed();
    if (storeys > 1) {
      return new Verdict(
          SheetView.Kind.SECTION, 0.8, storeys + " storeys are named over each other");
    }
    if (doors > 0 && (rooms > 0 || doors > slabs)) {
      return new Verdict(SheetView.Kind.PLAN, 0.9, doors + " doors that swing");
    }
    if (slabs > 0 && slabs >= rooms) {
      return new Verdict(SheetView.Kind.SECTION, 0.7, "texts of floors and roofs in it");
    }
    if (floors >= 3 && rooms <= floors) {
      return new Verdict(SheetView.Kind.SECTION, 0.7, floors + " slabs over each other");
    }
    if (rooms > 0) {
      return new Verdict(SheetView.Kind.PLAN, NAMED, rooms + " names of rooms");
    }
    long large = largeRooms();
    if (onGround) {
      return new Verdict(SheetView.Kind.ELEVATION, 0.6, "it stands on a line of the ground");
    }
    if (large > 0) {
      return new Verdict(SheetView.Kind.PLAN, ROOMS, large + " rooms");
    }
    return enoughWall()
        ? new Verdict(SheetView.Kind.PLAN, 0.4, "walls, but no closed room")
        : new Verdict(SheetView.Kind.OTHER, 0.5, "neither rooms nor doors");
  }

  private long doors() {
    return found.storey().holes().stream().filter(hole -> !hole.leaves().isEmpty()).count();
  }

  private long texts(ViewWords.Topic topic) {
    return found.work().labels().stream()
        .filter(label -> ViewWords.STANDARD.speaksOf(topic, label.text().text()))
        .count();
  }

  /** How many storeys the texts name, one a storey's height over the other. */
  private int storeysNamed() {
    var heights = new TreeMap<Double, Double>();
    for (var label : found.work().labels()) {
      if (label.text().text().length() <= MAX_MARK) {
        StoreyName.storeyOf(label.text().text())
            .ifPresent(storey -> heights.merge(storey, label.center().y, Math::min));
      }
    }
    int count = heights.isEmpty() ? 0 : 1;
    double below = Double.NaN;
    for (double height : heights.values()) {
      count += height - below >= MIN_STOREY_M && height - below <= MAX_STOREY_M ? 1 : 0;
      below = height;
    }
    return count;
  }

  private long largeRooms() {
    long count = 0;
    for (var part : Polygons.parts(found.storey().walls())) {
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        Polygon room = Polygons.FACTORY.createPolygon(part.getInteriorRingN(i));
        if (room.getArea() >= ROOM_M2 && !Polygons.thinnerThan(room, ROOM_SIDE_M)) {
          count++;
        }
      }
    }
    return count;
  }

  private boolean enoughWall() {
    var walls = found.storey().walls();
    return walls.getLength() / 2 >= ENOUGH_WALL_M && !found.storey().holes().isEmpty();
  }

  /** Whether one level line at the bottom reaches to both sides of all that stands on it. */
  private boolean standsOnGround() {
    double margin = 0.02 * box.getHeight();
    for (var line : found.work().lines()) {
      boolean level = Math.abs(line.a().y - line.b().y) < 0.01;
      boolean bottom = line.middle().y < box.getMinY() + margin;
      if (level && bottom && line.length() > 0.95 * box.getWidth() && !isDoubled(line)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDoubled(LineWork.Line line) {
    var beside = new Envelope(line.a(), line.b());
    beside.expandBy(0, Sizes.MAX_WALL_M);
    return found.index().in(beside).stream()
        .anyMatch(
            other ->
                other.length() > 0.4 * line.length()
                    && Math.abs(other.a().y - other.b().y) < 0.01
                    && Math.abs(other.middle().y - line.middle().y) > 0.01);
  }
}
