package dev.planlift.core.geom;

/**
 * How much of an area lies within a convex one, by clipping at one side after the other (Sutherland
 * and Hodgman 1974). Rings are x and y by turns, either way round, the first point not repeated.
 */
public final class ConvexClip {
  private ConvexClip() {}

  /**
   * The area that a ring is around within a convex ring; time by the product of their sizes.
   *
   * @param ring that does not cross itself; it may be of any shape
   */
  public static double commonArea(double[] ring, double[] convex) {
    double side = Math.signum(signedArea(convex, convex.length));
    var inside = ring;
    int length = ring.length;
    for (int i = 0; i < convex.length && length > 0; i += 2) {
      double ax = convex[i];
      double ay = convex[i + 1];
      double ux = side * (convex[(i + 2) % convex.length] - ax);
      double uy = side * (convex[(i + 3) % convex.length] - ay);
      var clipped = new double[2 * length + 4];
      int n = 0;
      double px = inside[length - 2];
      double py = inside[length - 1];
      double before = ux * (py - ay) - uy * (px - ax);
      for (int k = 0; k < length; k += 2) {
        double x = inside[k];
        double y = inside[k + 1];
        double left = ux * (y - ay) - uy * (x - ax);
        if ((left < 0 && before > 0) || (left > 0 && before < 0)) {
          double t = before / (before - left);
          clipped[n++] = px + t * (x - px);
          clipped[n++] = py + t * (y - py);
        }
        if (left >= 0) {
          clipped[n++] = x;
          clipped[n++] = y;
        }
        px = x;
        py = y;
        before = left;
      }
      inside = clipped;
      length = n;
    }
    return Math.abs(signedArea(inside, length));
  }

  /** Positive where the ring runs counter-clockwise. */
  private static double signedArea(double[] ring, int length) {
    double sum = 0;
    for (int i = 2; i + 3 < length; i += 2) {
      double ux = ring[i] - ring[0];
      double uy = ring[i + 1] - ring[1];
      double vx = ring[i + 2] - ring[0];
      double vy = ring[i + 3] - ring[1];
      sum += ux * vy - uy * vx;
    }
    return sum / 2;
  }
}
