package dev.planlift.core.preview;

/** Thin dark lines where a surface ends or turns: they make a building readable. */
final class Edges {
  /** Surfaces turned against each other by more than this get an edge between them (about 20°). */
  private static final float CREASE = 0.94f;

  private static final float AT_OUTLINE = 0.42f;
  private static final float AT_CREASE = 0.66f;

  /** A step in depth, as a share of the distance: less is the same surface going on. */
  private static final float STEP = 0.004f;

  private final Samples samples;
  private final Triangles triangles;

  Edges(Samples samples, Triangles triangles) {
    this.samples = samples;
    this.triangles = triangles;
  }

  /** Whether all samples of a pixel, and all beside them, see the same. */
  boolean areFarFrom(int x0, int y0, int perPixel) {
    int width = samples.width;
    if (x0 == 0 || y0 == 0 || x0 + perPixel == width || y0 + perPixel == samples.height) {
      return false;
    }
    var seen = samples.seen;
    int i = y0 * width + x0;
    int t = seen[i];
    for (int k = 0; k < perPixel; k++) {
      int row = i + k * width;
      for (int m = 0; m < perPixel; m++) {
        if (seen[row + m] != t) {
          return false;
        }
      }
      if (seen[row - 1] != t
          || seen[row + perPixel] != t
          || seen[i + k - width] != t
          || seen[i + k + perPixel * width] != t) {
        return false;
      }
    }
    return true;
  }

  /**
   * How much light an edge leaves a sample: 1 where there is none.
   *
   * @param point 3 values of scratch
   */
  float at(int x, int y, float[] point) {
    if (isInside(x, y)) {
      return 1;
    }
    float left = x > 0 ? between(x, y, x - 1, y, point) : 1;
    float right = x < samples.width - 1 ? between(x, y, x + 1, y, point) : 1;
    float above = y > 0 ? between(x, y, x, y - 1, point) : 1;
    float below = y < samples.height - 1 ? between(x, y, x, y + 1, point) : 1;
    return Math.min(Math.min(left, right), Math.min(above, below));
  }

  /** Most samples lie amid their triangle. */
  private boolean isInside(int x, int y) {
    if (x == 0 || y == 0 || x == samples.width - 1 || y == samples.height - 1) {
      return false;
    }
    int i = y * samples.width + x;
    var seen = samples.seen;
    int t = seen[i];
    return seen[i - 1] == t
        && seen[i + 1] == t
        && seen[i - samples.width] == t
        && seen[i + samples.width] == t;
  }

  /** The edge that a sample has towards its neighbour; outlines belong to the nearer of the two. */
  private float between(int x, int y, int nextX, int nextY, float[] point) {
    int i = y * samples.width + x;
    int j = nextY * samples.width + nextX;
    int t = samples.seen[i];
    int u = samples.seen[j];
    if (u == t) {
      return 1;
    }
    if (u < 0) {
      return AT_OUTLINE;
    }
    float step = STEP / samples.near[i];
    float off = off(t, x, y, nextX, nextY, point);
    boolean farther = 1 / samples.near[j] - 1 / samples.near[i] > step;
    if (farther && off > step) {
      return AT_OUTLINE;
    }
    var n = triangles.normal;
    float cos = n[3 * t] * n[3 * u] + n[3 * t + 1] * n[3 * u + 1] + n[3 * t + 2] * n[3 * u + 2];
    return cos < CREASE && off <= 4 * step ? AT_CREASE : 1;
  }

  /** How far the neighbour's point lies off the plane of triangle t, metres. */
  private float off(int t, int x, int y, int nextX, int nextY, float[] point) {
    samples.point(x, y, point);
    float px = point[0];
    float py = point[1];
    float pz = point[2];
    samples.point(nextX, nextY, point);
    return Math.abs(
        triangles.normal[3 * t] * (point[0] - px)
            + triangles.normal[3 * t + 1] * (point[1] - py)
            + triangles.normal[3 * t + 2] * (point[2] - pz));
  }
}
