package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * A family of parallel lines that fills an area: through {@code base + k · offset} for every whole
 * k, along {@code direction}.
 *
 * @param direction as long as one unit of the dashes
 * @param offset from one line to the next; not along the direction
 * @param dashes lengths of strokes (positive), gaps (negative) and dots (zero), from where k·offset
 *     is; none for unbroken lines
 */
public record PatternLine(Vec3 base, Vec3 direction, Vec3 offset, List<Double> dashes) {
  public PatternLine {
    dashes = List.copyOf(dashes);
  }

  public PatternLine transformed(Affine3 by) {
    return new PatternLine(by.apply(base), by.direction(direction), by.direction(offset), dashes);
  }

  /** How long the strokes and gaps are together; zero for unbroken lines. */
  public double period() {
    double sum = 0;
    for (double dash : dashes) {
      sum += Math.abs(dash);
    }
    return sum;
  }
}
