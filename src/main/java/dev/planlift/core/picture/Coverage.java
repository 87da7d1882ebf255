package dev.planlift.core.picture;

import java.util.List;

/**
 * How much of each pixel an area covers: signed areas are summed up along the rows (as font-rs does
 * it). What winds twice is covered once; rings of the other way are holes. Exact up to rounding for
 * areas that do not overlap.
 */
final class Coverage {
  /** Takes the covered runs, pixel by pixel. */
  interface Sink {
    void pixel(int x, int y, float cover);
  }

  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final float[] sums;

  private Coverage(int left, int top, int right, int bottom) {
    this.left = left;
    this.top = top;
    this.width = right - left;
    this.height = bottom - top;
    this.sums = new float[(width + 2) * height];
  }

  /**
   * Measures an area on a picture.
   *
   * @param rings of x, y pairs, pixels
   */
  static void of(List<double[]> rings, int pictureWidth, int pictureHeight, Sink sink) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (var ring : rings) {
      for (int i = 0; i + 1 < ring.length; i += 2) {
        minX = Math.min(minX, ring[i]);
        maxX = Math.max(maxX, ring[i]);
        minY = Math.min(minY, ring[i + 1]);
        maxY = Math.max(maxY, ring[i + 1]);
      }
    }
    int left = (int) Math.floor(Math.clamp(minX, 0, pictureWidth));
    int right = (int) Math.ceil(Math.clamp(maxX, 0, pictureWidth));
    int top = (int) Math.floor(Math.clamp(minY, 0, pictureHeight));
    int bottom = (int) Math.ceil(Math.clamp(maxY, 0, pictureHeight));
    if (minX <= maxX && left < right && top < bottom) {
      var coverage = new Coverage(left, top, right, bottom);
      rings.forEach(coverage::ring);
      coverage.handOn(sink);
    }
  }

  private void ring(double[] xy) {
    int n = xy.length;
    for (int i = 0; i + 1 < n; i += 2) {
      int j = i + 2 < n ? i + 2 : 0;
      edge(xy[i] - left, xy[i + 1] - top, xy[j] - left, xy[j + 1] - top);
    }
  }

  private void edge(double x0, double y0, double x1, double y1) {
    if (y0 > y1) {
      descend(x1, y1, x0, y0, -1);
    } else if (y0 < y1) {
      descend(x0, y0, x1, y1, 1);
    }
  }

  private void descend(double x0, double y0, double x1, double y1, int winding) {
    double slope = (x1 - x0) / (y1 - y0);
    int last = (int) Math.min(height, Math.ceil(y1));
    for (int row = (int) Math.max(0, Math.floor(y0)); row < last; row++) {
      double from = Math.max(row, y0);
      double to = Math.min(row + 1, y1);
      double a = Math.clamp(x0 + (from - y0) * slope, 0, width);
      double b = Math.clamp(x0 + (to - y0) * slope, 0, width);
      row(row * (width + 2), Math.min(a, b), Math.max(a, b), (float) (winding * (to - from)));
    }
  }

  /** An edge's part in one row, from x = a to x = b, adds to all pixels right of it. */
  private void row(int start, double a, double b, float height) {
    int first = (int) a;
    int last = (int) Math.ceil(b);
    if (last <= first + 1) {
      float right = (float) ((a + b) / 2 - first);
      sums[start + first] += height * (1 - right);
      sums[start + first + 1] += height * right;
      return;
    }
    double perPixel = 1 / (b - a);
    double before = 0;
    for (int x = first; x < last; x++) {
      double from = Math.max(a, x);
      double to = Math.min(b, x + 1);
      // The mean, over this pixel's breadth, of how much of the edge lies farther left.
      double now = perPixel * (square(to - a) - square(from - a)) / 2 + Math.max(0, x + 1 - b);
      sums[start + x] += (float) (height * (now - before));
      before = now;
    }
    sums[start + last] += (float) (height * (1 - before));
  }

  private static double square(double v) {
    return v * v;
  }

  private void handOn(Sink sink) {
    for (int y = 0; y < height; y++) {
      float sum = 0;
      for (int x = 0; x < width; x++) {
        sum += sums[y * (width + 2) + x];
        float cover = Math.min(1, Math.abs(sum));
        if (cover > 0.004f) {
          sink.pixel(left + x, top + y, cover);
        }
      }
    }
  }
}
