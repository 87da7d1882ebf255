package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Room;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds rooms: what the walls, openings closed, are all around of. */
final class RoomFinder {
  private static final double AGREED = 0.97;
  private static final double NAMED = 0.92;
  private static final double DOUBTFUL = 0.6;
  private static final double UNNAMED = 0.5;

  /** Written and measured areas are the same to this share. */
  private static final double SAME = 0.05;

  /** A room's area, local metres, and what the texts in it say. */
  record Found(Polygon area, RoomName name) {}

  private final RoomNamer namer;

  RoomFinder(LineWork work, double metresPerUnit) {
    this.namer = new RoomNamer(work, metresPerUnit);
  }

  /**
   * @param walls openings filled
   */
  List<Found> find(Geometry walls) {
    var areas = areas(walls);
    var names = namer.of(areas);
    return IntStream.range(0, areas.size())
        .mapToObj(i -> new Found(areas.get(i), names.get(i)))
        .toList();
  }

  private static List<Polygon> areas(Geometry walls) {
    var areas = new ArrayList<Polygon>();
    var index = new HPRtree();
    Polygons.parts(walls).forEach(part -> index.insert(part.getEnvelopeInternal(), part));
    for (var part : Polygons.parts(walls)) {
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        var hole = Polygons.FACTORY.createPolygon(part.getInteriorRingN(i).getCoordinates());
        for (var area : Polygons.parts(without(hole, part, index))) {
          if (area.getArea() >= Sizes.MIN_ROOM_M2 && !Polygons.thinnerThan(area, 0.5)) {
            areas.add(area);
          }
        }
      }
    }
    return areas;
  }

  /** A hole in one wall area without the others that stand in it, and all within those. */
  private static Geometry without(Polygon hole, Polygon around, HPRtree walls) {
    var inside = new ArrayList<Polygon>();
    var box = hole.getEnvelopeInternal();
    walls.query(
        box,
        item -> {
          if (item instanceof Polygon part
              && !part.getEnvelopeInternal().equals(around.getEnvelopeInternal())
              && box.covers(part.getEnvelopeInternal())) {
            inside.add(Polygons.FACTORY.createPolygon(part.getExteriorRing().getCoordinates()));
          }
        });
    return inside.isEmpty() ? hole : Polygons.difference(hole, Polygons.union(inside)).norm();
  }

  /**
   * A room in plan coordinates.
   *
   * @param work whose items the texts are
   */
  static Room room(Found found, Frame frame, LineWork work) {
    var area = found.area();
    var name = found.name();
    var sources =
        name.texts().stream()
            .map(label -> work.seen().get(label.item()).item().source())
            .distinct()
            .toList();
    return new Room(
        frame.plan(area),
        name.label(),
        name.number(),
        frame.plan(area.getCentroid().getCoordinate()),
        area.getArea(),
        printed(name, area),
        new Evidence(
            name.texts().isEmpty()
                ? ""
                : name.texts().getFirst().text().appearance().layer().name(),
            List.<SourceRef>copyOf(sources),
            confidence(name, area),
            reason(name, area)));
  }

  private static double confidence(RoomName name, Polygon area) {
    if (agrees(name, area)) {
      return AGREED;
    }
    if (name.label().isEmpty()) {
      return UNNAMED;
    }
    boolean several = name.label().contains(RoomNamer.AND);
    return several || name.area().isPresent() ? DOUBTFUL : NAMED;
  }

  private static String reason(RoomName name, Polygon area) {
    var walls = "walls all around";
    if (agrees(name, area)) {
      return walls + ", the area as written";
    }
    if (name.area().isPresent()) {
      return walls + ", another area written";
    }
    if (name.label().isEmpty()) {
      return walls + ", no name";
    }
    return walls + (name.label().contains(RoomNamer.AND) ? " several names" : " a name");
  }

  private static boolean agrees(RoomName name, Polygon area) {
    return name.area()
        .map(printed -> Math.abs(printed.nearestTo(area.getArea()) / area.getArea() - 1) < SAME)
        .orElse(false);
  }

  private static Optional<Room.Printed> printed(RoomName name, Polygon area) {
    return name.area()
        .map(printed -> new Room.Printed(printed.nearestTo(area.getArea()), printed.exact()));
  }
}
