package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Opening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Keeps what is part of a building. Thin areas are also drawn in machine parts, tables and details:
 * where no layer speaks of walls, a connected area must hold a door or a window or be around a
 * room, and so must the drawing as a whole; where one does, some area must, or the walls must be
 * most of what that layer draws.
 */
final class Plausibility {
  /** A piece of wall that stands for itself is longer than this, where the layer says wall. */
  private static final double MIN_NAMED_M = 0.3;

  /** A free-standing wall near a building. */
  private static final double MIN_FREE_M = 1.5;

  /** Shorter pieces this far from all that is sure are marks of a legend. */
  private static final double MARK_M = 0.6;

  private static final double ABOUT_M = 2;

  private static final double MIN_ROOM_M2 = 1.5;

  /** With a window, so much wall is a building, even if it is around nothing. */
  private static final double ENOUGH_M2 = 6;

  /** Lines so near to a wall are its own. */
  private static final double ALONG_M = 0.02;

  /** So many straight walls may stand by themselves, meeting no other and around no room. */
  private static final int MAX_BARS = 8;

  private Plausibility() {}

  /**
   * The storey without what is not part of a building; empty where nothing is.
   *
   * @param named whether layers say that these are walls
   * @param work with the lines of walls, and texts that may stand in rooms
   */
  static Storey kept(Storey storey, boolean named, LineWork work) {
    var parts = Polygons.parts(storey.walls());
    Set<Polygon> anchored = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var part : parts) {
      boolean held = holds(part, storey.holes());
      if (held || (!rooms(part).isEmpty() && !isFrame(part, parts))) {
        anchored.add(part);
      }
    }
    boolean believable =
        named
            ? !anchored.isEmpty()
                || (mayStandFree(parts) && isMostOfWallLines(storey.walls(), work))
            : !anchored.isEmpty() && tellsOfPlan(storey, work.labels());
    if (!believable) {
      return new Storey(Polygons.FACTORY.createPolygon(), List.of());
    }
    var near = new Envelope();
    anchored.forEach(part -> near.expandToInclude(part.getEnvelopeInternal()));
    near.expandBy(1);
    var about = new Envelope(near);
    about.expandBy(ABOUT_M);
    var kept = new ArrayList<Polygon>();
    for (var part : parts) {
      boolean longEnough = longest(part) >= (named ? MIN_NAMED_M : MIN_FREE_M);
      boolean beside =
          named
              ? anchored.isEmpty()
                  || longest(part) >= MARK_M
                  || about.intersects(part.getEnvelopeInternal())
              : near.covers(part.getEnvelopeInternal());
      if (anchored.contains(part) || (longEnough && beside && !isFrame(part, parts))) {
        kept.add(part);
      }
    }
    return on(kept, storey.holes());
  }

  /** Thin, and not many of which hardly one ends against another: strips of a hatch, slats. */
  private static boolean mayStandFree(List<Polygon> parts) {
    long bars =
        parts.stream().filter(part -> Rings.corners(part.getExteriorRing()).size() == 4).count();
    return areThin(parts) && (bars <= MAX_BARS || 2 * bars <= parts.size());
  }

  /**
   * Whether most lines of layers named after walls lie in walls or along them. Of a hatch, a louvre
   * or a stair on such a layer only what frames it may look like walls.
   */
  private static boolean isMostOfWallLines(Geometry walls, LineWork work) {
    if (walls.isEmpty()) {
      return false;
    }
    var locator = new AreaLocator(Polygons.grown(walls, ALONG_M));
    double along = 0;
    double off = 0;
    for (var line : work.lines()) {
      if (work.use(line.item()) == LineWork.Use.WALL) {
        boolean in = locator.locate(line.middle()) == Location.INTERIOR;
        along += in ? line.length() : 0;
        off += in ? 0 : line.length();
      }
    }
    return along >= off;
  }

  /**
   * Whether hardly any is thicker than a wall: what is around nothing may be a face seen upright.
   */
  private static boolean areThin(List<Polygon> parts) {
    double thin = 0;
    double all = 0;
    for (var part : parts) {
      thin += Polygons.mostlyThinnerThan(part, Sizes.MAX_WALL_M) ? part.getArea() : 0;
      all += part.getArea();
    }
    return thin > all / 2;
  }

  /** Whether it is one ring without any opening, and around walls of more than one room. */
  private static boolean isFrame(Polygon part, List<Polygon> parts) {
    if (part.getNumInteriorRing() != 1 || !isOnlyRing(part)) {
      return false;
    }
    var inside =
        PreparedGeometryFactory.prepare(Polygons.FACTORY.createPolygon(part.getInteriorRingN(0)));
    return parts.stream().filter(inside::covers).anyMatch(other -> !rooms(other).isEmpty());
  }

  private static boolean isOnlyRing(Polygon part) {
    return Rings.corners(part.getExteriorRing()).size() == 4
        && Rings.corners(part.getInteriorRingN(0)).size() == 4;
  }

  static Storey on(List<Polygon> kept, List<Hole> holes) {
    Geometry walls = Polygons.FACTORY.createMultiPolygon(kept.toArray(new Polygon[0]));
    var locator = PreparedGeometryFactory.prepare(walls);
    return new Storey(walls, holes.stream().filter(hole -> isIn(hole, locator)).toList());
  }

  private static boolean isIn(Hole hole, PreparedGeometry walls) {
    return walls.intersects(Polygons.FACTORY.createPoint(hole.center()));
  }

  /**
   * Whether there is more than outlines: a door that swings, a window of a room, the name of a
   * room, texts or gaps for doors in walls around several rooms. Frames, rings and table tops are
   * thin areas around something, too, and parts of machines have lines like windows.
   */
  private static boolean tellsOfPlan(Storey storey, List<LineWork.Label> labels) {
    if (storey.holes().stream().anyMatch(hole -> !hole.leaves().isEmpty())) {
      return true;
    }
    boolean window = storey.holes().stream().anyMatch(hole -> hole.kind() == Opening.Kind.WINDOW);
    if (window && glazedArea(storey) >= ENOUGH_M2) {
      return true;
    }
    for (var part : Polygons.parts(storey.walls())) {
      var rooms = rooms(part);
      boolean several = rooms.size() > 1;
      if ((window && !rooms.isEmpty())
          || (several && !storey.holes().isEmpty())
          || rooms.stream().anyMatch(room -> holdsText(room, labels, several))) {
        return true;
      }
    }
    return false;
  }

  /** Of all walls with an opening in them; frames and sills of windows seen upright have none. */
  private static double glazedArea(Storey storey) {
    return Polygons.parts(storey.walls()).stream()
        .filter(part -> holds(part, storey.holes()))
        .mapToDouble(Polygon::getArea)
        .sum();
  }

  private static List<Polygon> rooms(Polygon part) {
    var rooms = new ArrayList<Polygon>();
    for (int i = 0; i < part.getNumInteriorRing(); i++) {
      var room = Polygons.FACTORY.createPolygon(part.getInteriorRingN(i));
      if (isRoom(room)) {
        rooms.add(room);
      }
    }
    return rooms;
  }

  /**
   * @param any whether any text will do, not only a room's name
   */
  private static boolean holdsText(Polygon room, List<LineWork.Label> labels, boolean any) {
    var box = room.getEnvelopeInternal();
    var locator = new AreaLocator(room);
    return labels.stream()
        .filter(label -> box.contains(label.center()))
        .filter(
            label -> any || ViewWords.STANDARD.speaksOf(ViewWords.Topic.ROOM, label.text().text()))
        .anyMatch(label -> locator.locate(label.center()) == Location.INTERIOR);
  }

  private static boolean isRoom(Polygon room) {
    return room.getArea() >= MIN_ROOM_M2 && !Polygons.thinnerThan(room, 0.8);
  }

  /** Whether a door or window is in a part that reaches beyond it. */
  private static boolean holds(Polygon part, List<Hole> holes) {
    var box = part.getEnvelopeInternal();
    var locator = PreparedGeometryFactory.prepare(part);
    return holes.stream()
        .filter(hole -> hole.kind() != Opening.Kind.BARE && box.covers(hole.center()))
        .anyMatch(hole -> isIn(hole, locator) && longest(part) > hole.width() + 0.5);
  }

  private static double longest(Polygon part) {
    var box = part.getEnvelopeInternal();
    return Math.max(box.getWidth(), box.getHeight());
  }
}
