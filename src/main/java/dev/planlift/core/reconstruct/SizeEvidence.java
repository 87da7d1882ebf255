package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Lengths in a drawing that tell its unit, source units; each list ascending.
 *
 * @param swings radii of quarter circles with a line from their centre: doors, mostly
 * @param textHeights of all texts
 * @param extents larger side of where the middle 96 % of the line ends lie
 * @param walls whether a layer is named after walls
 */
@SuppressWarnings("ArrayRecordComponent") // flat on purpose: as many as the drawing has lines
record SizeEvidence(double[] swings, double[] textHeights, double extents, boolean walls) {
  static SizeEvidence of(List<Expansion.Seen> seen) {
    var swings = new Growing();
    var heights = new Growing();
    var xs = new Growing();
    var ys = new Growing();
    var layers = new HashSet<String>();
    var lineEnds = new HashSet<List<Long>>();
    var quarters = new ArrayList<Segment.EllipticArc>();
    for (var one : seen) {
      if (one.item() instanceof TextLabel text) {
        heights.add(text.height());
      } else if (one.item() instanceof Path path) {
        layers.add(path.appearance().layer().name());
        for (var segment : path.segments()) {
          xs.add(segment.start().x());
          xs.add(segment.end().x());
          ys.add(segment.start().y());
          ys.add(segment.end().y());
          if (segment instanceof Segment.EllipticArc arc && isQuarter(arc)) {
            quarters.add(arc);
          } else if (segment instanceof Segment.Polyline line) {
            for (int i = 0; i < line.size(); i++) {
              lineEnds.add(key(line.vertex(i)));
            }
          }
        }
      }
    }
    quarters.stream()
        .filter(arc -> lineEnds.contains(key(arc.center())))
        .forEach(arc -> swings.add(arc.u().length()));
    return new SizeEvidence(
        swings.sorted(),
        heights.sorted(),
        Math.max(middle(xs.sorted()), middle(ys.sorted())),
        layers.stream().anyMatch(name -> LayerWords.STANDARD.roleOf(name) == Role.WALL));
  }

  /** Equal for points that are drawn as one, whatever the unit: seven digits of each coordinate. */
  private static List<Long> key(Vec3 p) {
    return List.of(digits(p.x()), digits(p.y()));
  }

  private static long digits(double value) {
    return Float.floatToIntBits((float) value);
  }

  private static boolean isQuarter(Segment.EllipticArc arc) {
    double sweep = Math.abs(arc.sweepRad());
    return sweep > Math.toRadians(75) && sweep < Math.toRadians(100);
  }

  private static double middle(double[] sorted) {
    if (sorted.length == 0) {
      return 0;
    }
    int cut = sorted.length / 50;
    return sorted[sorted.length - 1 - cut] - sorted[cut];
  }

  double medianSwing() {
    return median(swings);
  }

  double medianTextHeight() {
    return median(textHeights);
  }

  private static double median(double[] sorted) {
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** A growing array of numbers. */
  private static final class Growing {
    private double[] values = new double[64];
    private int count;

    void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    double[] sorted() {
      var sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
