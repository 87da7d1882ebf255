package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A convex polygon in the plan, counter-clockwise, against which polygons in space are cut.
 * Sutherland and Hodgman, “Reentrant Polygon Clipping”, 1974.
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record ConvexPiece(double[] x, double[] y, Box box) {
  /** More pieces than this are not made. */
  private static final int MAX_PIECES = 2000;

  private static final double FAR = 1e4;

  ConvexPiece(double[] x, double[] y) {
    this(x, y, around(x, y));
  }

  private static Box around(double[] x, double[] y) {
    var box = Box.EMPTY;
    for (int i = 0; i < x.length; i++) {
      box = box.with(new Vec3(x[i], y[i], 0));
    }
    return box;
  }

  /**
   * The inside of polygons (or their outside) by the even-odd rule; empty if too involved.
   *
   * @param before for each corner, which one is before it on its ring
   */
  static List<ConvexPiece> of(double[] x, double[] y, int[] before, boolean outside) {
    int turn = before[0] == x.length - 1 ? turn(x, y) : 0;
    if (!outside && turn != 0) {
      return List.of(turn > 0 ? new ConvexPiece(x, y) : new ConvexPiece(reversed(x), reversed(y)));
    }
    var edges = new ArrayList<double[]>();
    addRings(x, y, before, edges);
    if (outside) {
      addFrame(x, y, edges);
    }
    return trapezoids(edges);
  }

  /** 1 where all corners turn left and the polygon goes round once, −1 right, 0 neither. */
  private static int turn(double[] x, double[] y) {
    int n = x.length;
    int sign = 0;
    double angle = 0;
    for (int i = 0; i < n; i++) {
      int j = (i + 1) % n;
      int k = (i + 2) % n;
      double ax = x[j] - x[i];
      double ay = y[j] - y[i];
      double bx = x[k] - x[j];
      double by = y[k] - y[j];
      double cross = ax * by - ay * bx;
      angle += Math.atan2(cross, ax * bx + ay * by);
      if (cross != 0) {
        int own = cross > 0 ? 1 : -1;
        if (sign != 0 && own != sign) {
          return 0;
        }
        sign = own;
      }
    }
    return Math.abs(angle) < 3 * Math.PI ? sign : 0;
  }

  private static double[] reversed(double[] values) {
    var back = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      back[i] = values[values.length - 1 - i];
    }
    return back;
  }

  private static void addRings(double[] x, double[] y, int[] before, List<double[]> edges) {
    for (int i = 0; i < x.length; i++) {
      int j = before[i];
      if (y[i] != y[j]) {
        boolean up = y[j] < y[i];
        edges.add(
            up ? new double[] {x[j], y[j], x[i], y[i]} : new double[] {x[i], y[i], x[j], y[j]});
      }
    }
  }

  private static void addFrame(double[] x, double[] y, List<double[]> edges) {
    double minX = Arrays.stream(x).min().orElse(0);
    double maxX = Arrays.stream(x).max().orElse(0);
    double minY = Arrays.stream(y).min().orElse(0);
    double maxY = Arrays.stream(y).max().orElse(0);
    double by = FAR * Math.hypot(maxX - minX, maxY - minY);
    addRings(
        new double[] {minX - by, maxX + by, maxX + by, minX - by},
        new double[] {minY - by, minY - by, maxY + by, maxY + by},
        new int[] {3, 0, 1, 2},
        edges);
  }

  /** Bands between the heights of all corners and crossings; in each, edges pair up. */
  private static List<ConvexPiece> trapezoids(List<double[]> edges) {
    var heights = heights(edges);
    var pieces = new ArrayList<ConvexPiece>();
    for (int band = 0; band + 1 < heights.length; band++) {
      double low = heights[band];
      double high = heights[band + 1];
      double middle = (low + high) / 2;
      var spanning = new ArrayList<double[]>();
      for (var edge : edges) {
        if (edge[1] < middle && edge[3] > middle) {
          spanning.add(edge);
        }
      }
      spanning.sort((a, b) -> Double.compare(at(a, middle), at(b, middle)));
      for (int i = 0; i + 1 < spanning.size(); i += 2) {
        if (pieces.size() == MAX_PIECES) {
          return List.of();
        }
        var left = spanning.get(i);
        var right = spanning.get(i + 1);
        pieces.add(
            new ConvexPiece(
                new double[] {at(left, low), at(right, low), at(right, high), at(left, high)},
                new double[] {low, low, high, high}));
      }
    }
    return pieces;
  }

  private static double at(double[] edge, double height) {
    return edge[0] + (height - edge[1]) / (edge[3] - edge[1]) * (edge[2] - edge[0]);
  }

  private static double[] heights(List<double[]> edges) {
    var heights = new TreeSet<Double>();
    for (int i = 0; i < edges.size(); i++) {
      var a = edges.get(i);
      heights.add(a[1]);
      heights.add(a[3]);
      for (int j = 0; j < i && heights.size() <= MAX_PIECES; j++) {
        var b = edges.get(j);
        double low = Math.max(a[1], b[1]);
        double high = Math.min(a[3], b[3]);
        double before = at(a, low) - at(b, low);
        double after = at(a, high) - at(b, high);
        if (low < high && before * after < 0) {
          heights.add(low + (high - low) * before / (before - after));
        }
      }
    }
    return heights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether something within a box can lie over this piece, whatever its height. */
  boolean mayMeet(Box other) {
    return box.min().x() <= other.max().x()
        && other.min().x() <= box.max().x()
        && box.min().y() <= other.max().y()
        && other.min().y() <= box.max().y();
  }

  /** What of a polygon in space lies over this piece; less than three corners where nothing. */
  List<Vec3> cut(List<Vec3> polygon) {
    var rest = polygon;
    for (int i = 0, j = x.length - 1; i < x.length && !rest.isEmpty(); j = i++) {
      rest = leftOf(j, i, rest);
    }
    return rest;
  }

  private List<Vec3> leftOf(int from, int to, List<Vec3> polygon) {
    var kept = new ArrayList<Vec3>(polygon.size() + 2);
    var last = polygon.getLast();
    double before = side(from, to, last);
    for (var corner : polygon) {
      double now = side(from, to, corner);
      if (before >= 0 != now >= 0) {
        kept.add(last.plus(corner.minus(last).times(before / (before - now))));
      }
      if (now >= 0) {
        kept.add(corner);
      }
      last = corner;
      before = now;
    }
    return kept;
  }

  /** Positive to the left of the side that runs between two corners. */
  private double side(int from, int to, Vec3 p) {
    return (x[to] - x[from]) * (p.y() - y[from]) - (y[to] - y[from]) * (p.x() - x[from]);
  }
}
