package dev.planlift.core.preview;

import dev.planlift.core.geom.Vec3;

/**
 * Draws line work as thin muted lines on what they lie on. Lines over one another do not add up;
 * those away from the building fade out.
 */
final class LinePainter {
  private static final double MUTED = 0.45;
  private static final int MUTED_TOWARDS = 0x7C858E;
  private static final float STRENGTH = 0.62f;

  /** Half a line's breadth, in pixels. */
  private static final float HALF_WIDTH = 0.55f;

  /** Lines lie on floors: they are seen although they are no nearer than these. */
  private static final float ON_TOP = 1.002f;

  /** From here to there, as a share of the building's half size beyond it, lines fade. */
  private static final float FADE_FROM = 0.15f;

  private static final float FADE_TO = 0.6f;

  private final Samples samples;
  private final Lines lines;
  private final float halfX;
  private final float halfY;
  private final float halfWidth;

  LinePainter(Samples samples, Lines lines, Vec3 size, int perPixel) {
    this.samples = samples;
    this.lines = lines;
    this.halfX = (float) Math.max(size.x() / 2, 0.01);
    this.halfY = (float) Math.max(size.y() / 2, 0.01);
    this.halfWidth = HALF_WIDTH * perPixel;
  }

  void paint() {
    if (lines.count == 0) {
      return;
    }
    var screen = samples.projected(lines.xyz, 2 * lines.count);
    // 0xAARRGGBB: a sample that several lines cross takes the strongest.
    var ink = new int[samples.width * samples.height];
    samples.bands(
        firstRow -> {
          int lastRow = samples.lastRow(firstRow);
          for (int l = 0; l < lines.count; l++) {
            draw(screen, l, firstRow, lastRow, ink);
          }
          for (int i = firstRow * samples.width; i < (lastRow + 1) * samples.width; i++) {
            if (ink[i] != 0) {
              samples.colour[i] =
                  Rgb.mixed(samples.colour[i], ink[i] & 0xFFFFFF, (ink[i] >>> 24) / 255.0);
            }
          }
        });
  }

  private void draw(float[] screen, int line, int firstRow, int lastRow, int[] ink) {
    int at = 6 * line;
    float x0 = screen[at];
    float y0 = screen[at + 1];
    float x1 = screen[at + 3];
    float y1 = screen[at + 4];
    float margin = halfWidth + 1;
    boolean inBand =
        Math.max(y0, y1) > firstRow - margin
            && Math.min(y0, y1) < lastRow + margin
            && Math.max(x0, x1) > -margin
            && Math.min(x0, x1) < samples.width + margin;
    if (!inBand) {
      return;
    }
    int rgb = Rgb.mixed(lines.colour[line], MUTED_TOWARDS, MUTED);
    boolean steep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
    float major0 = steep ? y0 : x0;
    float major1 = steep ? y1 : x1;
    float length = major1 - major0;
    int low = steep ? firstRow : 0;
    int high = steep ? lastRow : samples.width - 1;
    int from = Math.max(low, (int) Math.floor(Math.min(major0, major1)));
    int to = Math.min(high, (int) Math.floor(Math.max(major0, major1)));
    float slope = length == 0 ? 0 : (steep ? x1 - x0 : y1 - y0) / length;
    float reach = halfWidth * (float) Math.sqrt(1 + slope * slope);
    for (int m = from; m <= to; m++) {
      float along = length == 0 ? 0 : Math.clamp((m + 0.5f - major0) / length, 0f, 1f);
      float n = (screen[at + 2] + along * (screen[at + 5] - screen[at + 2])) * ON_TOP;
      int alpha = alpha(at, along);
      float minor = (steep ? x0 + along * (x1 - x0) : y0 + along * (y1 - y0)) - 0.5f;
      int first = (int) Math.ceil(minor - reach);
      int last = (int) Math.floor(minor + reach);
      for (int k = first; k <= last && alpha > 0; k++) {
        int x = steep ? k : m;
        int y = steep ? m : k;
        if (x >= 0 && x < samples.width && y >= firstRow && y <= lastRow) {
          stain(ink, y * samples.width + x, n, alpha, rgb);
        }
      }
    }
  }

  private void stain(int[] ink, int i, float near, int alpha, int rgb) {
    if (near > samples.near[i] && ink[i] >>> 24 < alpha) {
      ink[i] = alpha << 24 | rgb;
    }
  }

  private int alpha(int at, float along) {
    var p = lines.xyz;
    float x = Math.abs(p[at] + along * (p[at + 3] - p[at])) / halfX;
    float y = Math.abs(p[at + 1] + along * (p[at + 4] - p[at + 1])) / halfY;
    float out = Math.max(x, y) - 1;
    float fade = Math.clamp((FADE_TO - out) / (FADE_TO - FADE_FROM), 0f, 1f);
    return Math.round(255 * STRENGTH * fade);
  }
}
