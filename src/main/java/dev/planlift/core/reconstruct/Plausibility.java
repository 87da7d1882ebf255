package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Opening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Keeps what is part of a building. Thin areas are also drawn in machine parts, tables and details:
 * where no layer speaks of walls, a connected area must hold a door or a window or be around a
 * room, and so must the drawing as a whole.
 */
final class Plausibility {
  /** A piece of wall that stands for itself is longer than this, where the layer says wall. */
  private static final double MIN_NAMED_M = 0.3;

  /** A free-standing wall near a building. */
  private static final double MIN_FREE_M = 1.5;

  private static final double MIN_ROOM_M2 = 1.5;

  private Plausibility() {}

  /**
   * The storey without what is not part of a building; empty where nothing is.
   *
   * @param named whether layers say that these are walls
   * @param labels texts that may stand in rooms
   */
  static Storey kept(Storey storey, boolean named, List<LineWork.Label> labels) {
    var parts = Polygons.parts(storey.walls());
    Set<Polygon> anchored = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var part : parts) {
      if (isAroundRoom(part) || holds(part, storey.holes())) {
        anchored.add(part);
      }
    }
    if (!named && (anchored.isEmpty() || !tellsOfPlan(storey, labels))) {
      return new Storey(Polygons.FACTORY.createPolygon(), List.of());
    }
    var near = new Envelope();
    anchored.forEach(part -> near.expandToInclude(part.getEnvelopeInternal()));
    near.expandBy(1);
    var kept = new ArrayList<Polygon>();
    for (var part : parts) {
      boolean longEnough = longest(part) >= (named ? MIN_NAMED_M : MIN_FREE_M);
      boolean beside = named || near.covers(part.getEnvelopeInternal());
      if (anchored.contains(part) || (longEnough && beside)) {
        kept.add(part);
      }
    }
    return on(kept, storey.holes());
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
   * Whether there is more than outlines: a door, a window, a text in a room, or gaps for doors in
   * walls around several rooms. Frames, rings and table tops are thin areas around something, too.
   */
  private static boolean tellsOfPlan(Storey storey, List<LineWork.Label> labels) {
    long gaps = 0;
    for (var hole : storey.holes()) {
      if (hole.kind() != Opening.Kind.BARE) {
        return true;
      }
      gaps++;
    }
    long most = 0;
    for (var part : Polygons.parts(storey.walls())) {
      long rooms = 0;
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        var room = Polygons.FACTORY.createPolygon(part.getInteriorRingN(i));
        if (isRoom(room)) {
          rooms++;
          var locator = new IndexedPointInAreaLocator(room);
          if (labels.stream().anyMatch(l -> locator.locate(l.center()) == Location.INTERIOR)) {
            return true;
          }
        }
      }
      most = Math.max(most, rooms);
    }
    return gaps > 0 && most > 1;
  }

  private static boolean isRoom(Polygon room) {
    return room.getArea() >= MIN_ROOM_M2 && !Polygons.thinnerThan(room, 0.8);
  }

  private static boolean isAroundRoom(Polygon part) {
    for (int i = 0; i < part.getNumInteriorRing(); i++) {
      var room = Polygons.FACTORY.createPolygon(part.getInteriorRingN(i));
      if (isRoom(room)) {
        return true;
      }
    }
    return false;
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
