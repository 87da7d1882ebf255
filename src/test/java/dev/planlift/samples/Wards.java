package dev.planlift.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Floors of some hundred rooms along corridors: middle lines of walls, and where columns stand. */
final class Wards {
  private static final double PARTITION_M = 0.125;
  private static final double CORE_M = 0.25;

  private final Random random;
  private final double outer;
  private final List<Axis> axes = new ArrayList<>();
  private final List<Coordinate> posts = new ArrayList<>();

  private Wards(Random random, double outer) {
    this.random = random;
    this.outer = outer;
  }

  List<Axis> axes() {
    return List.copyOf(axes);
  }

  List<Coordinate> posts() {
    return List.copyOf(posts);
  }

  /**
   * A spine from west to east, wings to the north, rooms on both sides of every corridor.
   *
   * @param fewest wings; there are up to two more
   * @param shortest how far the wings go north at least, metres
   */
  static Wards comb(Random random, double outer, int fewest, double shortest) {
    var wards = new Wards(random, outer);
    double depth = 4.8 + random.nextInt(5) * 0.3;
    double corridor = 2.1 + random.nextInt(4) * 0.3;
    double wing = 2 * depth + corridor;
    int wings = fewest + random.nextInt(3);
    double gap = 9 + random.nextInt(4) * 1.5;
    double length = wings * wing + (wings - 1) * gap;
    double north = depth + corridor;
    double end = north + shortest + random.nextInt(8) * 3;
    wards.strip(0, 0, length, depth, false);
    for (int i = 0; i < wings; i++) {
      double x = i * (wing + gap);
      wards.strip(x, north, x + depth, end, true);
      wards.strip(x + wing - depth, north, x + wing, end, true);
      if (i > 0) {
        wards.strip(x - gap, north, x, north + depth, false);
      }
      wards.front(x + depth, end, x + wing - depth, end);
    }
    wards.front(0, depth, 0, north);
    wards.front(length, depth, length, north);
    wards.front(0, 0, length, 0);
    wards.front(0, 0, 0, end);
    wards.front(length, 0, length, end);
    for (int i = 0; i < wings; i++) {
      double x = i * (wing + gap);
      wards.front(x, end, x + wing, end);
      if (i > 0) {
        wards.front(x, north + depth, x, end);
        wards.front(x - gap, north + depth, x, north + depth);
        wards.front(x - gap, north + depth, x - gap, end);
      }
    }
    for (double x = 6; x < length - 1; x += 6) {
      wards.posts.add(new Coordinate(x, depth));
    }
    return wards;
  }

  /** Rooms along all four fronts, a corridor around cores of stairs, lifts and stores. */
  static Wards deep(Random random, double outer) {
    var wards = new Wards(random, outer);
    double w = 42 + random.nextInt(8) * 3;
    double h = 24 + random.nextInt(5) * 1.5;
    double depth = 5.4 + random.nextInt(4) * 0.6;
    double corridor = 1.8 + random.nextInt(3) * 0.3;
    wards.strip(0, 0, w, depth, false);
    wards.strip(0, h - depth, w, h, false);
    wards.strip(0, depth, depth, h - depth, true);
    wards.strip(w - depth, depth, w, h - depth, true);
    double in = depth + corridor;
    double x = in;
    while (x < w - in - 3) {
      double wide = Math.min(w - in - x, 7.5 + random.nextInt(3) * 1.5);
      wide = w - in - x - wide < 6 ? w - in - x : wide;
      wards.core(x, in, x + wide, h - in);
      x += wide + corridor;
    }
    wards.front(0, 0, w, 0);
    wards.front(w, 0, w, h);
    wards.front(w, h, 0, h);
    wards.front(0, h, 0, 0);
    for (double px = 7.2; px < w - 2; px += 7.2) {
      wards.posts.add(new Coordinate(px, depth - 1.2));
      wards.posts.add(new Coordinate(px, h - depth + 1.2));
    }
    return wards;
  }

  /** A row of rooms, parted across; some are twice or three times as wide. */
  private void strip(double x0, double y0, double x1, double y1, boolean upright) {
    box(x0, y0, x1, y1, PARTITION_M);
    double from = upright ? y0 : x0;
    double to = upright ? y1 : x1;
    for (double at = from; to - at > 0; ) {
      double step = 2.7 + random.nextInt(5) * 0.3;
      step *= random.nextInt(8) == 0 ? 3 : random.nextInt(5) == 0 ? 2 : 1;
      at += to - at - step < 2.7 ? to - at + 1 : step;
      if (at < to) {
        wall(upright ? x0 : at, upright ? at : y0, upright ? x1 : at, upright ? at : y1);
      }
    }
  }

  private void core(double x0, double y0, double x1, double y1) {
    box(x0, y0, x1, y1, CORE_M);
    double middle = (x0 + x1) / 2;
    axes.add(new Axis(new Coordinate(middle, y0), new Coordinate(middle, y1), 0.2));
    for (double y = y0 + 2.7; y < y1 - 2.4; y += 2.7) {
      wall(x0, y, middle, y);
    }
    for (double y = y0 + 3.9; y < y1 - 2.4; y += 3.9) {
      wall(middle, y, x1, y);
    }
  }

  private void box(double x0, double y0, double x1, double y1, double thickness) {
    double[][] corners = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
    for (int i = 1; i < corners.length; i++) {
      axes.add(
          new Axis(
              new Coordinate(corners[i - 1][0], corners[i - 1][1]),
              new Coordinate(corners[i][0], corners[i][1]),
              thickness));
    }
  }

  private void wall(double x0, double y0, double x1, double y1) {
    axes.add(new Axis(new Coordinate(x0, y0), new Coordinate(x1, y1), PARTITION_M));
  }

  private void front(double x0, double y0, double x1, double y1) {
    axes.add(new Axis(new Coordinate(x0, y0), new Coordinate(x1, y1), outer));
  }
}
