package dev.planlift.core.preview;

import java.util.Arrays;

/** Line pieces as flat arrays, bounded as {@link Triangles} are. */
final class Lines {
  private static final int MOST = 3_000_000;

  /** 6 × count: both ends, metres, relative to the middle of the picture. */
  float[] xyz = new float[6 * 1024];

  /** 0xRRGGBB, sRGB. */
  int[] colour = new int[1024];

  int count;

  void add(float ax, float ay, float az, float bx, float by, float bz, int rgb) {
    if (count == MOST) {
      return;
    }
    if (count == colour.length) {
      int more = Math.min(MOST, count * 2);
      xyz = Arrays.copyOf(xyz, 6 * more);
      colour = Arrays.copyOf(colour, more);
    }
    int i = 6 * count;
    xyz[i] = ax;
    xyz[i + 1] = ay;
    xyz[i + 2] = az;
    xyz[i + 3] = bx;
    xyz[i + 4] = by;
    xyz[i + 5] = bz;
    colour[count++] = rgb;
  }
}
