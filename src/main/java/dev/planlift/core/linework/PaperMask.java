package dev.planlift.core.linework;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An opaque area in the paper's colour, which hides what was drawn before it.
 *
 * @param item its place in the drawing order
 * @param rings its boundaries by the even-odd rule: x, y, x, y …, the first corner again at the end
 * @param box min x, min y, max x, max y
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PaperMask(int item, List<double[]> rings, double[] box) {
  /** A channel of a colour that nobody tells from white paper. */
  private static final int WHITE = 250;

  private static final double OPAQUE = 0.99;

  /** What is narrower than this is a white line. */
  private static final double NARROWEST_PT = 1.5;

  private static final double CURVE_PT = 0.05;
  private static final int MOST_CORNERS = 2000;

  /** The mask that an area is, if it is one. */
  static Optional<PaperMask> of(FilledRegion region, int item) {
    if (!hides(region)) {
      return Optional.empty();
    }
    var rings = new ArrayList<double[]>();
    double[] box = {
      Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    int corners = 0;
    for (var loop : region.loops()) {
      if (!loop.isEmpty()) {
        var ring = ring(CurveFlattening.flatten(loop, CURVE_PT), box);
        rings.add(ring);
        corners += ring.length / 2;
      }
    }
    double narrow = Math.min(box[2] - box[0], box[3] - box[1]);
    return corners <= MOST_CORNERS && narrow >= NARROWEST_PT
        ? Optional.of(new PaperMask(item, rings, box))
        : Optional.empty();
  }

  private static boolean hides(FilledRegion region) {
    var look = region.appearance();
    int rgb = look.rgb();
    return region.fill() instanceof FilledRegion.Fill.Solid
        && look.layer().visible()
        && look.seenOpacity() >= OPAQUE
        && (rgb >> 16 & 0xFF) >= WHITE
        && (rgb >> 8 & 0xFF) >= WHITE
        && (rgb & 0xFF) >= WHITE;
  }

  private static double[] ring(Polyline line, double[] box) {
    var ring = new double[2 * line.size() + 2];
    for (int i = 0; i <= line.size(); i++) {
      var corner = line.vertex(i % line.size());
      ring[2 * i] = corner.x();
      ring[2 * i + 1] = corner.y();
      box[0] = Math.min(box[0], corner.x());
      box[1] = Math.min(box[1], corner.y());
      box[2] = Math.max(box[2], corner.x());
      box[3] = Math.max(box[3], corner.y());
    }
    return ring;
  }

  int corners() {
    return rings.stream().mapToInt(ring -> ring.length / 2).sum();
  }

  double area() {
    return (box[2] - box[0]) * (box[3] - box[1]);
  }

  boolean meets(double minX, double minY, double maxX, double maxY) {
    return minX <= box[2] && box[0] <= maxX && minY <= box[3] && box[1] <= maxY;
  }

  /** Whether a point lies in it. */
  boolean holds(double x, double y) {
    boolean inside = false;
    for (var ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        boolean crosses = ring[i - 1] > y != ring[i + 1] > y;
        if (crosses
            && x
                < ring[i - 2]
                    + (ring[i] - ring[i - 2]) * (y - ring[i - 1]) / (ring[i + 1] - ring[i - 1])) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /**
   * Where a line is hidden, as parts of its length from 0 to 1, ascending.
   *
   * @param reach half of the line's breadth: what runs nearer than this along the edge is seen
   */
  List<double[]> hidden(Vec2 from, Vec2 to, double reach) {
    var cuts = crossings(from, to);
    var hidden = new ArrayList<double[]>();
    for (int i = 1; i < cuts.length; i++) {
      double middle = (cuts[i - 1] + cuts[i]) / 2;
      double x = from.x() + middle * (to.x() - from.x());
      double y = from.y() + middle * (to.y() - from.y());
      if (cuts[i] > cuts[i - 1] && holds(x, y) && distance(x, y) > reach) {
        hidden.add(new double[] {cuts[i - 1], cuts[i]});
      }
    }
    return hidden;
  }

  private double[] crossings(Vec2 from, Vec2 to) {
    var along = to.minus(from);
    var cuts = new ArrayList<Double>(List.of(0.0, 1.0));
    for (var ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        var start = new Vec2(ring[i - 2], ring[i - 1]);
        var edge = new Vec2(ring[i], ring[i + 1]).minus(start);
        double across = along.cross(edge);
        double on = start.minus(from).cross(along) / across;
        double at = start.minus(from).cross(edge) / across;
        if (on >= 0 && on <= 1 && at > 0 && at < 1) {
          cuts.add(at);
        }
      }
    }
    var sorted = cuts.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private double distance(double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (var ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        double dx = ring[i] - ring[i - 2];
        double dy = ring[i + 1] - ring[i - 1];
        double length = dx * dx + dy * dy;
        double t =
            length > 0
                ? Math.clamp(((x - ring[i - 2]) * dx + (y - ring[i - 1]) * dy) / length, 0.0, 1.0)
                : 0;
        double off = Math.hypot(x - ring[i - 2] - t * dx, y - ring[i - 1] - t * dy);
        least = Math.min(least, off);
      }
    }
    return least;
  }
}
