package dev.planlift.core.preview;

/**
 * In which direction most walls run: the mean of their faces' directions, each by its area. Turned
 * by a quarter they count as the same, so four times the angle is averaged.
 */
final class Bearing {
  private double cosine;
  private double sine;

  /** Takes triangles into account; level ones say nothing. */
  void add(double[] p, int[] indices) {
    for (int i = 0; i + 2 < indices.length; i += 3) {
      int a = 3 * indices[i];
      int b = 3 * indices[i + 1];
      int c = 3 * indices[i + 2];
      double ux = p[b] - p[a];
      double uy = p[b + 1] - p[a + 1];
      double uz = p[b + 2] - p[a + 2];
      double vx = p[c] - p[a];
      double vy = p[c + 1] - p[a + 1];
      double vz = p[c + 2] - p[a + 2];
      double nx = uy * vz - uz * vy;
      double ny = uz * vx - ux * vz;
      double area = nx * nx + ny * ny;
      if (area > 0 && Double.isFinite(area)) {
        // (nx + i ny)⁴ = area² (cos 4α + i sin 4α); divided by area^1.5 its length is the area.
        double re = nx * nx - ny * ny;
        double im = 2 * nx * ny;
        double scale = 1 / (area * Math.sqrt(area));
        cosine += (re * re - im * im) * scale;
        sine += 2 * re * im * scale;
      }
    }
  }

  /** From −π/4 to π/4; 0 where there are no walls. */
  double angleRad() {
    return StrictMath.atan2(sine, cosine) / 4;
  }
}
