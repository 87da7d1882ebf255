package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * The part of a symbol that an instance shows, by a boundary in the plan of the symbol's
 * coordinates.
 *
 * @param boundary a polygon of at least three corners, convex or not, its last corner not repeated;
 *     inside is where a ray crosses it an odd number of times
 * @param inverted whether what is outside is shown instead
 */
public record Clip(List<Vec2> boundary, boolean inverted) {
  public Clip {
    boundary = List.copyOf(boundary);
    if (boundary.size() < 3) {
      throw new IllegalArgumentException("A boundary has at least three corners");
    }
  }

  /** The boundary where a map puts it, seen from above. */
  ClipRegion moved(Affine3 by) {
    var corners = boundary.stream().map(p -> by.apply(new Vec3(p.x(), p.y(), 0)).xy()).toList();
    return new ClipRegion(corners, inverted);
  }
}
