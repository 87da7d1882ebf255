package dev.planlift.core.plan;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import java.util.List;

/**
 * A wall as its footprint, openings included: they are cut when the solid is made. Footprints of
 * one level's walls do not overlap; together they are the level's wall area.
 *
 * @param footprint metres
 * @param centreLine from end to end, metres; at least two points
 * @param thicknessM across the centre line
 * @param heightM from the level's floor
 */
public record Wall(
    Polygon2 footprint,
    List<Vec2> centreLine,
    double thicknessM,
    double heightM,
    Evidence evidence) {
  public Wall {
    centreLine = List.copyOf(centreLine);
  }

  public double lengthM() {
    double length = 0;
    for (int i = 1; i < centreLine.size(); i++) {
      length += centreLine.get(i - 1).distance(centreLine.get(i));
    }
    return length;
  }
}
