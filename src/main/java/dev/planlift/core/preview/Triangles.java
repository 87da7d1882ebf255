package dev.planlift.core.preview;

import java.util.Arrays;

/**
 * Triangles as flat arrays, growing as they are added, up to a bound: further ones are left out.
 * Metres, relative to the middle of the picture. Not thread-safe while it grows.
 */
final class Triangles {
  /** What is left out beyond this could not be told apart at the picture's size. */
  static final int MOST = 3_000_000;

  /** 9 × count: the corners. */
  float[] xyz = new float[9 * 1024];

  /** 3 × count: unit normals. */
  float[] normal = new float[3 * 1024];

  /** 0xAARRGGBB, sRGB; alpha is the opacity. */
  int[] colour = new int[1024];

  int count;

  boolean add(float[] corners, int at, float nx, float ny, float nz, int argb) {
    if (count == MOST) {
      return false;
    }
    if (count == colour.length) {
      int more = Math.min(MOST, count * 2);
      xyz = Arrays.copyOf(xyz, 9 * more);
      normal = Arrays.copyOf(normal, 3 * more);
      colour = Arrays.copyOf(colour, more);
    }
    System.arraycopy(corners, at, xyz, 9 * count, 9);
    normal[3 * count] = nx;
    normal[3 * count + 1] = ny;
    normal[3 * count + 2] = nz;
    colour[count] = argb;
    count++;
    return true;
  }
}
