package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Where points lie in an area. Walls of a large floor are around thousands of rooms: only the rings
 * about a point are looked at, where JTS's own locator goes along a whole row of them. One thread.
 */
final class AreaLocator implements PointOnGeometryLocator {
  /** Rings of fewer points need no index. */
  private static final int FEW = 24;

  private final HPRtree rings = new HPRtree();
  private final boolean empty;

  /**
   * @param area valid
   */
  AreaLocator(Geometry area) {
    for (var part : Polygons.parts(area)) {
      add(part.getExteriorRing());
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        add(part.getInteriorRingN(i));
      }
    }
    empty = rings.size() == 0;
  }

  private void add(LinearRing ring) {
    var points = ring.getCoordinates();
    PointOnGeometryLocator locator =
        points.length < FEW
            ? p -> RayCrossingCounter.locatePointInRing(p, points)
            : new IndexedPointInAreaLocator(ring);
    rings.insert(ring.getEnvelopeInternal(), locator);
  }

  @Override
  public int locate(Coordinate p) {
    return empty ? Location.EXTERIOR : locate(p, around(p));
  }

  private List<PointOnGeometryLocator> around(Coordinate p) {
    var around = new ArrayList<PointOnGeometryLocator>();
    rings.query(new Envelope(p), item -> around.add((PointOnGeometryLocator) item));
    return around;
  }

  /** What an odd number of rings is around is in the area. */
  private static int locate(Coordinate p, List<PointOnGeometryLocator> around) {
    boolean inside = false;
    for (var ring : around) {
      int location = ring.locate(p);
      if (location == Location.BOUNDARY) {
        return Location.BOUNDARY;
      }
      inside ^= location == Location.INTERIOR;
    }
    return inside ? Location.INTERIOR : Location.EXTERIOR;
  }
}
