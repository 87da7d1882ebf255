package dev.planlift.core.preview;

import dev.planlift.core.geom.Box;
import dev.planlift.core.scene.Scene;

/**
 * Leaves out some of the triangles that are too small to be told apart where a scene has very many;
 * the large ones stay. Scenes of fewer than {@link #MANY} are shown whole.
 */
final class Thinning {
  /** More triangles than the picture has samples for. */
  private static final long MANY = 600_000;

  /** A triangle is large that covers a square of this share of the picture's extent. */
  private static final double LARGE = 1.0 / 1500;

  private final int every;
  private final double largeArea;

  private Thinning(int every, double largeArea) {
    this.every = every;
    this.largeArea = largeArea;
  }

  static Thinning of(Scene scene, Box shown) {
    var count = new long[1];
    SceneWalk.visit(
        scene, piece -> count[0] += piece.isLines() ? 0 : piece.primitive().indices().length / 3);
    var size = shown.size();
    double large = LARGE * Math.max(size.x(), size.y());
    return new Thinning((int) Math.ceilDiv(count[0], MANY), large * large);
  }

  /**
   * Whether a triangle is shown.
   *
   * @param corners 9 coordinates
   * @param number of the triangle within its piece; the two of a quad follow each other
   */
  boolean keeps(float[] corners, int number) {
    return every <= 1 || number / 2 % every == 0 || area(corners) >= largeArea;
  }

  private static double area(float[] t) {
    double ux = t[3] - t[0];
    double uy = t[4] - t[1];
    double uz = t[5] - t[2];
    double vx = t[6] - t[0];
    double vy = t[7] - t[1];
    double vz = t[8] - t[2];
    double nx = uy * vz - uz * vy;
    double ny = uz * vx - ux * vz;
    double nz = ux * vy - uy * vx;
    return Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
  }
}
