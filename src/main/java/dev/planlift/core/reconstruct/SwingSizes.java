package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The doors among quarter circles: those with a leaf as long as their radius from the centre. */
final class SwingSizes {
  private static final double LEAF = 0.2;

  private final List<Segment.EllipticArc> quarters;
  private final Map<Long, Double> radii = new HashMap<>();
  private final Map<Long, Boolean> leaves = new HashMap<>();

  SwingSizes(SeenItems seen, List<Segment.EllipticArc> quarters) {
    this.quarters = quarters;
    quarters.forEach(arc -> radii.put(key(arc.center()), arc.u().length()));
    if (!quarters.isEmpty()) {
      seen.visit(
          (item, inside) -> {
            if (item instanceof Path path) {
              path.segments().forEach(this::look);
            }
          });
    }
  }

  private void look(Segment segment) {
    if (segment instanceof Segment.Polyline line) {
      for (int i = 0; i < line.size(); i++) {
        var hinge = line.vertex(i);
        var radius = radii.get(key(hinge));
        if (radius != null
            && ((i > 0 && isLeaf(hinge, line.vertex(i - 1), radius))
                || (i + 1 < line.size() && isLeaf(hinge, line.vertex(i + 1), radius)))) {
          leaves.put(key(hinge), true);
        }
      }
    }
  }

  private static boolean isLeaf(Vec3 hinge, Vec3 end, double radius) {
    return Math.abs(end.minus(hinge).length() - radius) < LEAF * radius;
  }

  /** Ascending, source units. */
  double[] radii() {
    return quarters.stream()
        .filter(arc -> leaves.containsKey(key(arc.center())))
        .mapToDouble(arc -> arc.u().length())
        .sorted()
        .toArray();
  }

  /** Equal for points that are drawn as one, whatever the unit: seven digits of each coordinate. */
  private static long key(Vec3 p) {
    long x = Float.floatToIntBits((float) p.x());
    long y = Float.floatToIntBits((float) p.y()) & 0xFFFFFFFFL;
    return (x << 32) | y;
  }
}
