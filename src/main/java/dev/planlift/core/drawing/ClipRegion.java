package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the plan bounded by polygons: what lies in it, and where lines leave it. */
final class ClipRegion {
  /** How a thing lies to the region. */
  enum Relation {
    INSIDE,
    OUTSIDE,
    CROSSING
  }

  /** What lies this near the boundary, as a part of its size, lies on it. */
  private static final double MARGIN = 1e-9;

  private final double[] x;
  private final double[] y;

  /** For each corner, which one is before it on its ring. */
  private final int[] before;

  private final boolean inverted;
  private final double margin;
  private @Nullable List<ConvexPiece> pieces;

  ClipRegion(List<Vec2> corners, boolean inverted) {
    this(List.of(corners), inverted);
  }

  /** Bounded by several rings; inside is where a ray crosses them an odd number of times. */
  static ClipRegion between(List<List<Vec2>> rings) {
    return new ClipRegion(rings, false);
  }

  private ClipRegion(Iterable<List<Vec2>> rings, boolean inverted) {
    var all = new ArrayList<Vec2>();
    rings.forEach(all::addAll);
    x = all.stream().mapToDouble(Vec2::x).toArray();
    y = all.stream().mapToDouble(Vec2::y).toArray();
    before = new int[x.length];
    int start = 0;
    for (var ring : rings) {
      for (int i = 0; i < ring.size(); i++) {
        before[start + i] = start + (i == 0 ? ring.size() : i) - 1;
      }
      start += ring.size();
    }
    this.inverted = inverted;
    this.margin = size() * MARGIN;
  }

  boolean contains(double px, double py) {
    boolean odd = false;
    for (int i = 0; i < x.length; i++) {
      int j = before[i];
      if (y[i] > py != y[j] > py && px < x[i] + (py - y[i]) / (y[j] - y[i]) * (x[j] - x[i])) {
        odd = !odd;
      }
    }
    return odd != inverted;
  }

  /** Whether a point is inside or on the boundary. */
  boolean shows(double px, double py) {
    if (contains(px, py)) {
      return true;
    }
    for (int i = 0; i < x.length; i++) {
      int j = before[i];
      double ex = x[i] - x[j];
      double ey = y[i] - y[j];
      double square = ex * ex + ey * ey;
      double t = square == 0 ? 0 : ((px - x[j]) * ex + (py - y[j]) * ey) / square;
      double s = Math.clamp(t, 0, 1);
      if (Math.hypot(px - x[j] - s * ex, py - y[j] - s * ey) <= margin) {
        return true;
      }
    }
    return false;
  }

  /** CROSSING where the boundary comes into the box; an empty box is outside. */
  Relation relation(Box box) {
    if (box.isEmpty()) {
      return Relation.OUTSIDE;
    }
    for (int i = 0; i < x.length; i++) {
      int j = before[i];
      if (touches(box, x[j], y[j], x[i], y[i])) {
        return Relation.CROSSING;
      }
    }
    return contains(box.min().x(), box.min().y()) ? Relation.INSIDE : Relation.OUTSIDE;
  }

  /** Whether a line from a to b has a point in the box, by cutting it at the box's four sides. */
  private boolean touches(Box box, double ax, double ay, double bx, double by) {
    double from = 0;
    double to = 1;
    for (int axis = 0; axis < 2; axis++) {
      double a = axis == 0 ? ax : ay;
      double d = (axis == 0 ? bx : by) - a;
      double min = (axis == 0 ? box.min().x() : box.min().y()) - margin;
      double max = (axis == 0 ? box.max().x() : box.max().y()) + margin;
      if (d == 0) {
        if (a < min || a > max) {
          return false;
        }
      } else {
        double t0 = (min - a) / d;
        double t1 = (max - a) / d;
        from = Math.max(from, Math.min(t0, t1));
        to = Math.min(to, Math.max(t0, t1));
      }
    }
    return from <= to;
  }

  /** Where, 0 to 1 on the way from a to b, the boundary is met; ascending, 0 and 1 included. */
  double[] cuts(double ax, double ay, double bx, double by) {
    var cuts = new double[x.length + 2];
    int count = 0;
    cuts[count++] = 0;
    double dx = bx - ax;
    double dy = by - ay;
    for (int i = 0; i < x.length; i++) {
      int j = before[i];
      double ex = x[i] - x[j];
      double ey = y[i] - y[j];
      double cross = dx * ey - dy * ex;
      if (cross != 0) {
        double t = ((x[j] - ax) * ey - (y[j] - ay) * ex) / cross;
        double s = ((x[j] - ax) * dy - (y[j] - ay) * dx) / cross;
        if (t > MARGIN && t < 1 - MARGIN && s >= -MARGIN && s <= 1 + MARGIN) {
          cuts[count++] = t;
        }
      }
    }
    cuts[count++] = 1;
    Arrays.sort(cuts, 0, count);
    int kept = 1;
    for (int i = 1; i < count; i++) {
      if (cuts[i] - cuts[kept - 1] > MARGIN) {
        cuts[kept++] = cuts[i];
      }
    }
    return Arrays.copyOf(cuts, kept);
  }

  /**
   * The region as convex pieces that lie side by side; without bound it goes on for ten thousand
   * times the boundary's size. None where the boundary is too involved to be taken apart.
   */
  List<ConvexPiece> pieces() {
    var known = pieces;
    if (known == null) {
      known = ConvexPiece.of(x, y, before, inverted);
      pieces = known;
    }
    return known;
  }

  /** The diagonal of the box around the boundary. */
  double size() {
    double width = Arrays.stream(x).max().orElse(0) - Arrays.stream(x).min().orElse(0);
    double height = Arrays.stream(y).max().orElse(0) - Arrays.stream(y).min().orElse(0);
    return Math.hypot(width, height);
  }
}
