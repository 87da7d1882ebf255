package dev.planlift.core.plan;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import java.util.Optional;

/**
 * A room: an area enclosed by walls and closed openings.
 *
 * @param outline inner faces of the walls, metres
 * @param label the name found inside, names of one open space joined by " / "; the number where
 *     there is no name; empty where there is neither
 * @param number as written in the room; empty where there is none
 * @param center area centroid, metres
 * @param printed the area that is written in the room
 */
public record Room(
    Polygon2 outline,
    String label,
    String number,
    Vec2 center,
    double areaM2,
    Optional<Printed> printed,
    Evidence evidence) {
  /**
   * An area as written.
   *
   * @param exact false where it is told in mats, which are of many sizes
   */
  public record Printed(double areaM2, boolean exact) {}

  /** A room without number and printed area. */
  public Room(Polygon2 outline, String label, Vec2 center, double areaM2, Evidence evidence) {
    this(outline, label, "", center, areaM2, Optional.empty(), evidence);
  }

  public double perimeterM() {
    double length = 0;
    var previous = outline.shell().getLast();
    for (var p : outline.shell()) {
      length += previous.distance(p);
      previous = p;
    }
    return length;
  }
}
