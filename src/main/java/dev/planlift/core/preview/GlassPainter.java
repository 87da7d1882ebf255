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
          var current = new int[1];
          var scan =
              new Scan(
                  samples.width,
                  firstRow,
                  samples.lastRow(firstRow),
                  (y, left, to, value, step) -> {
                    float n = value;
                    int row = y * samples.width;
                    for (int i = row + left; i <= row + to; i++, n += step) {
                      if (n > samples.near[i]) {
                        samples.colour[i] = tinted(samples.colour[i], current[0]);
                      }
                    }
                  });
          for (int t = 0; t < glass.count; t++) {
            current[0] = glass.colour[t];
            scan.triangle(screen, 9 * t);
          }
        });
  }

  private static int tinted(int behind, int argb) {
    return Rgb.mixed(behind, argb & 0xFFFFFF, (argb >>> 24) / 255.0);
  }
}
