package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The straight lines a unit is judged by, source units, of large drawings the first ones. Once they
 * are all there they are turned so that most run along the axes.
 */
final class UnitLines {
  private static final int MOST = 30_000;

  /** Two faces of a wall run beside each other for this many thicknesses at least. */
  private static final double ELONGATED = 3;

  /** So many lines further on a wall's other face is no longer looked for. */
  private static final int REACH = 48;

  private static final double ALONG = 0.01;

  /** From where a room is looked at: the middle, and nearer to its sides. */
  private static final double[] VIEWS = {-0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9};

  private double[] xyxy = new double[4 * 64];
  private int count;
  private double turnRad;

  void add(Path path) {
    add(path.segments(), path.closed());
  }

  /** Its outlines. */
  void add(FilledRegion region) {
    for (var loop : region.loops()) {
      if (!loop.isEmpty()) {
        add(loop, true);
      }
    }
  }

  private void add(List<Segment> segments, boolean closed) {
    for (var segment : segments) {
      if (segment instanceof Segment.Polyline line) {
        for (int i = 1; i < line.size(); i++) {
          add(line.vertex(i - 1), line.vertex(i));
        }
      }
    }
    if (closed) {
      add(segments.getLast().end(), segments.getFirst().start());
    }
  }

  private void add(Vec3 a, Vec3 b) {
    if (count == MOST || (a.x() == b.x() && a.y() == b.y())) {
      return;
    }
    if (4 * count == xyxy.length) {
      xyxy = Arrays.copyOf(xyxy, 2 * xyxy.length);
    }
    xyxy[4 * count] = a.x();
    xyxy[4 * count + 1] = a.y();
    xyxy[4 * count + 2] = b.x();
    xyxy[4 * count + 3] = b.y();
    count++;
  }

  int count() {
    return count;
  }

  /** To be called once, before anything is asked. */
  void turn() {
    turnRad = mainDirection();
    double cos = Math.cos(-turnRad);
    double sin = Math.sin(-turnRad);
    for (int i = 0; i < 2 * count; i++) {
      double x = xyxy[2 * i];
      double y = xyxy[2 * i + 1];
      xyxy[2 * i] = cos * x - sin * y;
      xyxy[2 * i + 1] = sin * x + cos * y;
    }
  }

  /** The direction most line runs in or across to, in steps of half a degree; 0 where it may be. */
  private double mainDirection() {
    var lengths = new double[180];
    for (int i = 0; i < count; i++) {
      double dx = xyxy[4 * i + 2] - xyxy[4 * i];
      double dy = xyxy[4 * i + 3] - xyxy[4 * i + 1];
      int bin = (int) Math.round(Math.toDegrees(Math.atan2(dy, dx)) * 2);
      lengths[Math.floorMod(bin, 180)] += Math.hypot(dx, dy);
    }
    int best = 0;
    for (int i = 1; i < lengths.length; i++) {
      best = lengths[i] > lengths[best] ? i : best;
    }
    return Math.toRadians(best / 2.0);
  }

  /**
   * The middle distance of lines that run closely beside each other, weighted by how far they do:
   * the thickness of walls, mostly. Empty where there are too few.
   */
  OptionalDouble thickness() {
    var pairs = new Weighted();
    pairs(true, pairs);
    pairs(false, pairs);
    return pairs.median(4);
  }

  private void pairs(boolean level, Weighted found) {
    var along = along(level);
    for (int i = 0; i < along.length; i++) {
      for (int j = i + 1; j < Math.min(along.length, i + REACH); j++) {
        double apart = along[j][0] - along[i][0];
        double beside = Math.min(along[i][2], along[j][2]) - Math.max(along[i][1], along[j][1]);
        double shorter = Math.min(along[i][2] - along[i][1], along[j][2] - along[j][1]);
        if (apart > 1e-4 * shorter && beside > 0.3 * shorter) {
          if (beside > ELONGATED * apart) {
            found.add(apart, beside);
          }
          break;
        }
      }
    }
  }

  /** Lines along one axis as {place, from, to}, by place. */
  private double[][] along(boolean level) {
    var lines = new double[count][];
    int n = 0;
    for (int i = 0; i < count; i++) {
      int run = level ? 0 : 1;
      double from = xyxy[4 * i + run];
      double to = xyxy[4 * i + 2 + run];
      double across = xyxy[4 * i + 3 - run] - xyxy[4 * i + 1 - run];
      if (Math.abs(across) <= ALONG * Math.abs(to - from)) {
        double place = (xyxy[4 * i + 1 - run] + xyxy[4 * i + 3 - run]) / 2;
        lines[n++] = new double[] {place, Math.min(from, to), Math.max(from, to)};
      }
    }
    var along = Arrays.copyOf(lines, n);
    Arrays.sort(along, (a, b) -> Double.compare(a[0], b[0]));
    return along;
  }

  /** How wide and high the space around a place is. */
  record Free(double width, double height) {}

  /** Looks from one place along both axes; empty where it is not closed in on all four sides. */
  Optional<Free> free(Vec3 place) {
    var at = turned(place);
    double width = sum(sight(at[0], at[1], true));
    double height = sum(sight(at[0], at[1], false));
    return width > 0 && height > 0 ? Optional.of(new Free(width, height)) : Optional.empty();
  }

  /** The same more surely: from several places around it, so that no door is looked through. */
  Optional<Free> room(Vec3 place) {
    var at = turned(place);
    double width = usual(at, sight(at[0], at[1], false), true);
    double height = usual(at, sight(at[0], at[1], true), false);
    return width > 0 && height > 0 ? Optional.of(new Free(width, height)) : Optional.empty();
  }

  /**
   * The middle one of the widths seen from places across.
   *
   * @param across how far it is to both sides, across to where is looked
   */
  private double usual(double[] at, double[] across, boolean level) {
    boolean closed = across[0] > 0 && across[1] > 0;
    double reach = closed ? Math.min(across[0], across[1]) : Math.max(across[0], across[1]);
    if (reach <= 0) {
      return 0;
    }
    var seen = new Samples();
    for (double view : VIEWS) {
      double off = view * reach;
      double width =
          sum(level ? sight(at[0], at[1] + off, true) : sight(at[0] + off, at[1], false));
      if (width > 0) {
        seen.add(width);
      }
    }
    return 2 * seen.size() >= VIEWS.length - 1 ? seen.median() : 0;
  }

  private static double sum(double[] sight) {
    return sight[0] > 0 && sight[1] > 0 ? sight[0] + sight[1] : 0;
  }

  private double[] turned(Vec3 place) {
    double cos = Math.cos(-turnRad);
    double sin = Math.sin(-turnRad);
    return new double[] {cos * place.x() - sin * place.y(), sin * place.x() + cos * place.y()};
  }

  /** How far it is to the nearest lines below and above on one axis; -1 where there is none. */
  private double[] sight(double x, double y, boolean level) {
    var near = new double[] {-1, -1};
    int run = level ? 0 : 1;
    double along = level ? x : y;
    double across = level ? y : x;
    for (int i = 0; i < count; i++) {
      meet(
          xyxy[4 * i + run] - along,
          xyxy[4 * i + 1 - run] - across,
          xyxy[4 * i + 2 + run] - along,
          xyxy[4 * i + 3 - run] - across,
          near);
    }
    return near;
  }

  /** Where a line meets the axis along its first coordinate. */
  private static void meet(double a, double b, double c, double d, double[] near) {
    if ((b < 0) == (d < 0)) {
      return;
    }
    double where = a + (c - a) * (b / (b - d));
    int side = where < 0 ? 0 : 1;
    double distance = Math.abs(where);
    if (near[side] < 0 || distance < near[side]) {
      near[side] = distance;
    }
  }

  /** Values with weights. */
  static final class Weighted {
    private double[][] values = new double[16][];
    private int size;

    void add(double value, double weight) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = new double[] {value, weight};
    }

    int size() {
      return size;
    }

    /** Half of the weight is below it; empty for fewer than so many values. */
    OptionalDouble median(int least) {
      if (size < least) {
        return OptionalDouble.empty();
      }
      var sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted, (a, b) -> Double.compare(a[0], b[0]));
      double half = Arrays.stream(sorted).mapToDouble(v -> v[1]).sum() / 2;
      double sum = 0;
      for (var value : sorted) {
        sum += value[1];
        if (sum >= half) {
          return OptionalDouble.of(value[0]);
        }
      }
      return OptionalDouble.of(sorted[size - 1][0]);
    }
  }
}
