package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Tells in which room a point lies. */
final class RoomAreas {
  private final List<IndexedPointInAreaLocator> locators;
  private final HPRtree boxes = new HPRtree();

  RoomAreas(List<Polygon> rooms) {
    locators = rooms.stream().map(IndexedPointInAreaLocator::new).toList();
    IntStream.range(0, rooms.size())
        .forEach(i -> boxes.insert(rooms.get(i).getEnvelopeInternal(), i));
  }

  /** The number of the room with a point in its inside. */
  OptionalInt at(Coordinate point) {
    var found = new int[] {-1};
    boxes.query(
        new Envelope(point),
        item -> {
          if (item instanceof Integer room
              && locators.get(room).locate(point) == Location.INTERIOR) {
            found[0] = room;
          }
        });
    return found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }
}
