package dev.planlift.core.preview;

/** Tints the samples behind translucent surfaces. */
final class GlassPainter {
  private GlassPainter() {}

  static void paint(Samples samples, Triangles glass) {
    if (glass.count == 0) {
      return;
    }
    var screen = samples.projected(glass.xyz, 3 * glass.count);
    samples.bands(
        firstRow -> {
          var scan = new Scan(samples.width, firstRow, samples.lastRow(firstRow));
          for (int t = 0; t < glass.count; t++) {
            scan.triangle(screen, 9 * t);
            tint(samples, scan, glass.colour[t]);
          }
        });
  }

  private static void tint(Samples samples, Scan scan, int argb) {
    for (int y = scan.first; y <= scan.last; y++) {
      int row = y * samples.width;
      float n = scan.value[y - scan.first];
      int to = row + scan.right[y - scan.first];
      for (int i = row + scan.left[y - scan.first]; i <= to; i++, n += scan.step) {
        if (n > samples.near[i]) {
          samples.colour[i] = tinted(samples.colour[i], argb);
        }
      }
    }
  }

  private static int tinted(int behind, int argb) {
    return Rgb.mixed(behind, argb & 0xFFFFFF, (argb >>> 24) / 255.0);
  }
}
