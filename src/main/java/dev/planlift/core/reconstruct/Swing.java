package dev.planlift.core.reconstruct;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A door leaf and the arc its edge runs on, local metres.
 *
 * @param hinge the arc's centre
 * @param open where the leaf's edge is drawn
 * @param closed where it is when the door is shut
 * @param sure whether a leaf is drawn; else open and closed may be the other way round
 * @param items that draw it
 */
record Swing(
    Coordinate hinge,
    double radius,
    Coordinate open,
    Coordinate closed,
    boolean sure,
    List<Integer> items) {
  /** The same with open and shut the other way round. */
  Swing turned() {
    return new Swing(hinge, radius, /* open= */ closed, /* closed= */ open, sure, items);
  }
}
