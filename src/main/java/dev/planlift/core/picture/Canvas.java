package dev.planlift.core.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Paints smoothly on RGB pixels; what lies beside the picture is cut off. Coordinates in pixels, x
 * to the right, y down, (0, 0) the upper left corner. Not thread-safe.
 */
public final class Canvas {
  private final int[] rgb;
  private final int width;
  private final int height;

  /**
   * On pixels that are there.
   *
   * @param rgb width × height values 0xRRGGBB, from the top row down; painted on, not copied
   */
  public Canvas(int[] rgb, int width, int height) {
    this.rgb = rgb;
    this.width = width;
    this.height = height;
  }

  /**
   * Fills an area.
   *
   * @param rings of x, y pairs; holes wind the other way
   * @param opacity 0 to 1
   */
  public void fill(List<double[]> rings, int colour, double opacity) {
    Coverage.of(
        rings, width, height, (x, y, cover) -> blend(y * width + x, colour, cover * opacity));
  }

  /**
   * Draws a straight line; costs its length.
   *
   * @param breadth at least about half a pixel
   */
  public void line(
      double x0, double y0, double x1, double y1, double breadth, int colour, double opacity) {
    boolean steep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
    boolean swapped = steep ? y0 > y1 : x0 > x1;
    double a0 = steep ? (swapped ? y1 : y0) : swapped ? x1 : x0;
    double a1 = steep ? (swapped ? y0 : y1) : swapped ? x0 : x1;
    double b0 = steep ? (swapped ? x1 : x0) : swapped ? y1 : y0;
    double b1 = steep ? (swapped ? x0 : x1) : swapped ? y0 : y1;
    double slope = a1 - a0 < 1e-9 ? 0 : (b1 - b0) / (a1 - a0);
    double reach = breadth / 2 * Math.sqrt(1 + slope * slope);
    int from = (int) Math.max(0, Math.floor(a0));
    int to = (int) Math.min((steep ? height : width) - 1.0, Math.floor(a1));
    for (int m = from; m <= to; m++) {
      double share = Math.clamp(Math.min(m + 1, a1) - Math.max(m, a0), 0.0, 1.0);
      double middle = b0 + (Math.clamp(m + 0.5, a0, a1) - a0) * slope;
      across(m, middle - reach, middle + reach, steep, colour, opacity * Math.max(share, 0.15));
    }
  }

  private void across(int m, double low, double high, boolean steep, int colour, double opacity) {
    int first = (int) Math.max(0, Math.floor(low));
    int last = (int) Math.min((steep ? width : height) - 1.0, Math.floor(high));
    for (int k = first; k <= last; k++) {
      double cover = Math.min(k + 1, high) - Math.max(k, low);
      blend(steep ? m * width + k : k * width + m, colour, cover * opacity);
    }
  }

  /**
   * Writes a line of text with a light rim around it, so that it is read on any ground.
   *
   * @param x of its middle
   * @param y of its base line
   * @param size pixels an em
   * @param rim breadth of the rim, pixels; 0 for none
   */
  public void text(String text, double x, double y, double size, int colour, double rim) {
    var face = Typeface.standard();
    var rings = face.outline(text, x - face.width(text) * size / 2, y, size);
    if (rim > 0) {
      rings.forEach(ring -> stroke(ring, 2 * rim, 0xFFFFFF));
    }
    fill(rings, colour, 1);
  }

  private void stroke(double[] ring, double breadth, int colour) {
    for (int i = 0; i + 1 < ring.length; i += 2) {
      int j = i + 2 < ring.length ? i + 2 : 0;
      line(ring[i], ring[i + 1], ring[j], ring[j + 1], breadth, colour, 0.8);
    }
  }

  private void blend(int i, int colour, double share) {
    int below = rgb[i];
    rgb[i] =
        part(below, colour, share, 16) << 16
            | part(below, colour, share, 8) << 8
            | part(below, colour, share, 0);
  }

  private static int part(int below, int colour, double share, int shift) {
    int a = below >> shift & 255;
    int b = colour >> shift & 255;
    return (int) Math.round(a + (b - a) * share);
  }

  /** Writes the picture as PNG. */
  public void write(Path png) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(png))) {
      PngWriter.write(rgb, width, height, out);
    }
  }
}
