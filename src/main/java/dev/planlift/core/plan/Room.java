package dev.planlift.core.plan;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;

/**
 * A room: an area enclosed by walls and closed openings.
 *
 * @param outline inner faces of the walls, metres
 * @param label the text found inside, lines joined by a blank; empty where there is none
 * @param center area centroid, metres
 */
public record Room(Polygon2 outline, String label, Vec2 center, double areaM2, Evidence evidence) {
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
