package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
  static SizeEvidence of(SeenItems seen) {
    var heights = new Growing();
    var xs = new Growing();
    var ys = new Growing();
    var layers = new HashSet<String>();
    var quarters = new ArrayList<Segment.EllipticArc>();
    seen.visit(
        (item, inside) -> {
          if (item instanceof TextLabel text) {
            heights.add(text.height());
          } else if (item instanceof Path path) {
            layers.add(path.appearance().layer().name());
            for (var segment : path.segments()) {
              xs.add(segment.start().x());
              xs.add(segment.end().x());
              ys.add(segment.start().y());
              ys.add(segment.end().y());
              if (segment instanceof Segment.EllipticArc arc && isQuarter(arc)) {
                quarters.add(arc);
              }
            }
          }
        });
    return new SizeEvidence(
        swings(seen, quarters),
        heights.sorted(),
        Math.max(middle(xs.sorted()), middle(ys.sorted())),
        layers.stream().anyMatch(name -> LayerWords.STANDARD.roleOf(name) == Role.WALL));
  }

  /** The radii of those arcs in whose centre a line has a vertex. */
  private static double[] swings(SeenItems seen, List<Segment.EllipticArc> quarters) {
    if (quarters.isEmpty()) {
      return new double[0];
    }
    var centers = new HashMap<Long, Boolean>();
    quarters.forEach(arc -> centers.put(key(arc.center()), false));
    seen.visit(
        (item, inside) -> {
          if (item instanceof Path path) {
            for (var segment : path.segments()) {
              if (segment instanceof Segment.Polyline line) {
                for (int i = 0; i < line.size(); i++) {
                  centers.replace(key(line.vertex(i)), true);
                }
              }
            }
          }
        });
    return quarters.stream()
        .filter(arc -> centers.getOrDefault(key(arc.center()), false))
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

  /** A growing array of numbers; of very many, evenly chosen ones. */
  private static final class Growing {
    private static final int MOST = 1 << 17;

    private double[] values = new double[64];
    private int count;
    private long met;

    /** Of so many values met, one is kept. */
    private long step = 1;

    void add(double value) {
      if (met++ % step != 0) {
        return;
      }
      if (count == MOST) {
        halve();
      } else if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    private void halve() {
      for (int i = 0; i < count / 2; i++) {
        values[i] = values[2 * i];
      }
      count /= 2;
      step *= 2;
    }

    double[] sorted() {
      var sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
