package dev.planlift.core.preview;

/** Colours as 0xRRGGBB in sRGB, and their linear parts (IEC 61966-2-1). */
final class Rgb {
  private static final float[] LINEAR = new float[256];
  private static final byte[] ENCODED = new byte[4096];

  static {
    for (int i = 0; i < LINEAR.length; i++) {
      double c = i / 255.0;
      LINEAR[i] = (float) (c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4));
    }
    for (int i = 0; i < ENCODED.length; i++) {
      double c = (i + 0.5) / ENCODED.length;
      double s = c <= 0.0031308 ? 12.92 * c : 1.055 * StrictMath.pow(c, 1 / 2.4) - 0.055;
      ENCODED[i] = (byte) Math.round(255 * s);
    }
  }

  private Rgb() {}

  static int of(int r, int g, int b) {
    return r << 16 | g << 8 | b;
  }

  /** From linear light, each 0 to 1; what is brighter is cut off. */
  static int fromLinear(float r, float g, float b) {
    return of(encoded(r), encoded(g), encoded(b));
  }

  private static int encoded(float c) {
    int i = (int) (c * ENCODED.length);
    return ENCODED[i < 0 ? 0 : Math.min(i, ENCODED.length - 1)] & 255;
  }

  static float linearRed(int rgb) {
    return LINEAR[rgb >> 16 & 255];
  }

  static float linearGreen(int rgb) {
    return LINEAR[rgb >> 8 & 255];
  }

  static float linearBlue(int rgb) {
    return LINEAR[rgb & 255];
  }

  /** Each part times a factor of at most one. */
  static int scaled(int rgb, double factor) {
    return of(
        (int) ((rgb >> 16 & 255) * factor),
        (int) ((rgb >> 8 & 255) * factor),
        (int) ((rgb & 255) * factor));
  }

  /** {@code share} of b, the rest a. */
  static int mixed(int a, int b, double share) {
    return of(part(a, b, share, 16), part(a, b, share, 8), part(a, b, share, 0));
  }

  private static int part(int a, int b, double share, int shift) {
    int x = a >> shift & 255;
    int y = b >> shift & 255;
    return (int) Math.round(x + (y - x) * share);
  }
}
