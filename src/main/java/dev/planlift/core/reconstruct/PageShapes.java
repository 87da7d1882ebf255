package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * What of a page's line work tells plans from other drawings.
 *
 * @param lines how many long ones there are
 * @param squared the part of their length along one pair of directions at right angles, 0 to 1
 * @param winding the part of all length that large curves have, 0 to 1
 * @param walls the part of the length of straight lines that runs in pairs of few breadths, in the
 *     direction that has less of it
 * @param doors leaves with their swings
 * @param gables slopes that meet in a ridge, less those that meet in a valley
 * @param grounds level lines on which things stand and that reach beyond them on both sides
 * @param lonely the part of the length of straight lines that meets others at its ends only
 */
record PageShapes(
    int lines,
    double squared,
    double winding,
    double walls,
    int doors,
    int gables,
    int grounds,
    double lonely) {
  private static final int BINS = 90;

  private static final double PARALLEL_RAD = Math.toRadians(1);

  /** Breadths of walls, as shares of the size. */
  private static final double THIN = 0.0012;

  private static final double THICK = 0.035;

  /** Breadths this near to each other are one. */
  private static final double SAME_BREADTH = 0.09;

  private static final long MOST_LOOKED_AT = 1_500_000;

  /** Frames and long axes count no more than this share of the size. */
  private static final double MOST_OF_ONE = 0.3;

  static PageShapes of(PageLines page) {
    var lines = page.longLines();
    double size = page.size();
    double total = lines.stream().mapToDouble(line -> weight(line, size)).sum();
    double winding = page.windingLength();
    if (total == 0) {
      return new PageShapes(0, 0, winding > 0 ? 1 : 0, 0, page.doors(), 0, 0, 0);
    }
    double main = mainDirection(lines, size);
    var index = new LineIndex(lines);
    return new PageShapes(
        lines.size(),
        lines.stream()
                .filter(line -> off(line.angleRad(), main, Math.PI / 2) < PARALLEL_RAD)
                .mapToDouble(line -> weight(line, size))
                .sum()
            / total,
        winding / (winding + total),
        walls(lines, index, main, size) / total,
        page.doors(),
        Slopes.gables(lines, size),
        GroundLines.count(lines, index, size),
        LonelyLines.share(lines, index, size, line -> weight(line, size)));
  }

  private static double weight(LineWork.Line line, double size) {
    return Math.min(line.length(), MOST_OF_ONE * size);
  }

  /** How far an angle is from another, both counted within a period. */
  private static double off(double angle, double from, double period) {
    double off = Math.abs(angle - from) % period;
    return Math.min(off, period - off);
  }

  /** In [0, π/2): the direction along or across which most is drawn. */
  private static double mainDirection(List<LineWork.Line> lines, double size) {
    var lengths = new double[BINS];
    var moments = new double[BINS];
    for (var line : lines) {
      double quarter = Math.PI / 2;
      double angle = ((line.angleRad() % quarter) + quarter) % quarter;
      int bin = (int) Math.rint(angle / quarter * BINS) % BINS;
      double near = angle > quarter - quarter / BINS ? angle - quarter : angle;
      lengths[bin] += weight(line, size);
      moments[bin] += weight(line, size) * near;
    }
    int best = 0;
    for (int i = 1; i < BINS; i++) {
      best = lengths[i] > lengths[best] ? i : best;
    }
    return moments[best] / lengths[best];
  }

  /** A line beside which another runs. */
  private record Pair(double breadth, double weight, boolean along) {}

  private static double walls(
      List<LineWork.Line> lines, LineIndex index, double main, double size) {
    var pairs = new ArrayList<Pair>();
    long looked = 0;
    for (var line : lines) {
      if (looked > MOST_LOOKED_AT || off(line.angleRad(), main, Math.PI / 2) > PARALLEL_RAD) {
        continue;
      }
      var box = new Envelope(line.a(), line.b());
      box.expandBy(THICK * size);
      var near = index.in(box);
      looked += near.size();
      double breadth = breadth(line, near, size);
      if (breadth > 0) {
        boolean along = off(line.angleRad(), main, Math.PI) < PARALLEL_RAD;
        pairs.add(new Pair(breadth, weight(line, size), along));
      }
    }
    double along = ofFewBreadths(pairs.stream().filter(Pair::along).toList());
    double across = ofFewBreadths(pairs.stream().filter(pair -> !pair.along()).toList());
    return Math.min(along, across);
  }

  /** To the nearer of the lines beside it; zero where there are none, or equal steps. */
  private static double breadth(LineWork.Line line, List<LineWork.Line> near, double size) {
    double left = Double.MAX_VALUE;
    double right = Double.MAX_VALUE;
    var stretch = Stretch.of(line);
    for (var other : near) {
      double from = stretch.across(other.a());
      double to = stretch.across(other.b());
      double distance = Math.abs(from + to) / 2;
      if (Math.abs(from - to) < 0.02 * other.length()
          && distance >= THIN * size
          && stretch.beside(other) > 0.5 * Math.min(stretch.length(), other.length())
          && other.length() > 0.25 * stretch.length()) {
        left = from > 0 ? Math.min(left, distance) : left;
        right = from < 0 ? Math.min(right, distance) : right;
      }
    }
    double least = Math.min(left, right);
    boolean steps = Math.abs(left - right) < SAME_BREADTH * least;
    return steps || least > THICK * size ? 0 : least;
  }

  /** The weight of pairs of the two commonest breadths. */
  private static double ofFewBreadths(List<Pair> pairs) {
    double first = commonest(pairs);
    var rest = pairs.stream().filter(pair -> !isNear(pair.breadth(), first)).toList();
    double second = commonest(rest);
    return pairs.stream()
        .filter(pair -> isNear(pair.breadth(), first) || isNear(pair.breadth(), second))
        .mapToDouble(Pair::weight)
        .sum();
  }

  private static double commonest(List<Pair> pairs) {
    var bins = new HashMap<Long, Double>();
    for (var pair : pairs) {
      bins.merge(Math.round(Math.log(pair.breadth()) / SAME_BREADTH), pair.weight(), Double::sum);
    }
    return bins.entrySet().stream()
        .max(Map.Entry.<Long, Double>comparingByValue())
        .map(bin -> Math.exp(bin.getKey() * SAME_BREADTH))
        .orElse(0.0);
  }

  private static boolean isNear(double one, double other) {
    return other > 0 && Math.abs(Math.log(one / other)) < SAME_BREADTH;
  }
}
