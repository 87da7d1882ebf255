package dev.planlift.core.preview;

import dev.planlift.core.geom.Box;

/**
 * Gives each sample its colour: the surface in its light, thin dark edges, shadow on the ground.
 */
final class Painter {
  private static final int GROUND = 0xEEF0F2;

  /** How much of the shadow the ground takes. */
  private static final float GROUND_SHADOW = 0.7f;

  private static final float EXPOSURE = 1.08f;

  private final Samples samples;
  private final Triangles triangles;
  private final LightField light;
  private final Edges edges;
  private final int perPixel;

  Painter(Samples samples, Triangles triangles, Daylight light, int perPixel, Box shown) {
    this.samples = samples;
    this.triangles = triangles;
    this.edges = new Edges(samples, triangles);
    this.perPixel = perPixel;
    // Just below the floors, so that they do not flicker against it.
    float groundZ = (float) (-shown.size().z() / 2 - 0.02);
    this.light = new LightField(samples, triangles, light, perPixel, groundZ);
  }

  void paint() {
    samples.bands(
        firstRow -> {
          var brush = new Brush();
          for (int y = firstRow; y <= samples.lastRow(firstRow); y += perPixel) {
            brush.row(y);
          }
        });
  }

  /** Colours pixels; one for each band. */
  private final class Brush {
    private final float[] point = new float[3];

    void row(int y) {
      for (int x = 0; x < samples.width; x += perPixel) {
        pixel(x, y);
      }
    }

    /** Most pixels lie amid one triangle: their samples are alike. */
    private void pixel(int x0, int y0) {
      if (!edges.areFarFrom(x0, y0, perPixel)) {
        samples(x0, y0);
        return;
      }
      int i = y0 * samples.width + x0;
      int t = samples.seen[i];
      int colour =
          colour(t < 0 ? GROUND : triangles.colour[t], exposed(t, light.at(x0, y0, t, point)));
      for (int y = 0; y < perPixel; y++) {
        for (int x = 0; x < perPixel; x++) {
          samples.colour[i + y * samples.width + x] = colour;
        }
      }
    }

    /** The samples of a pixel that see the same triangle are lit alike. */
    private void samples(int x0, int y0) {
      int lit = Integer.MIN_VALUE;
      float brightness = 0;
      float mixed = -1;
      int colour = 0;
      for (int y = y0; y < y0 + perPixel; y++) {
        for (int x = x0; x < x0 + perPixel; x++) {
          int i = y * samples.width + x;
          int t = samples.seen[i];
          if (t != lit) {
            lit = t;
            brightness = exposed(t, light.at(x, y, t, point));
            mixed = -1;
          }
          float e = t < 0 ? brightness : brightness * edges.at(x, y, point);
          if (e != mixed) {
            mixed = e;
            colour = colour(t < 0 ? GROUND : triangles.colour[t], e);
          }
          samples.colour[i] = colour;
        }
      }
    }

    private static int colour(int rgb, float light) {
      return Rgb.fromLinear(
          Rgb.linearRed(rgb) * light, Rgb.linearGreen(rgb) * light, Rgb.linearBlue(rgb) * light);
    }

    private static float exposed(int t, float light) {
      return t < 0
          ? 1 - GROUND_SHADOW * (1 - Math.min(1, light))
          // Between the light and its root: shadows inside a building stay readable.
          : EXPOSURE * (0.4f * light + 0.6f * (float) Math.sqrt(light));
    }
  }
}
