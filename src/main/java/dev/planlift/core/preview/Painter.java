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

  /** Planes no farther apart than this are lit as one. */
  private static final float SAME_PLANE_M = 0.01f;

  private final Samples samples;
  private final Triangles triangles;
  private final Daylight light;
  private final Edges edges;
  private final int perPixel;
  private final float groundZ;

  /** The light on each sample as seen by its pixel's turn alone. */
  private final float[] rough;

  Painter(Samples samples, Triangles triangles, Daylight light, int perPixel, Box shown) {
    this.samples = samples;
    this.triangles = triangles;
    this.light = light;
    this.edges = new Edges(samples, triangles);
    this.perPixel = perPixel;
    // Just below the floors, so that they do not flicker against it.
    this.groundZ = (float) (-shown.size().z() / 2 - 0.02);
    this.rough = new float[samples.width * samples.height];
  }

  void paint() {
    samples.bands(
        firstRow -> {
          var gauge = new Gauge();
          for (int y = firstRow; y <= samples.lastRow(firstRow); y += perPixel) {
            for (int x = 0; x < samples.width; x += perPixel) {
              gauge.pixel(x, y);
            }
          }
        });
    samples.bands(
        firstRow -> {
          var brush = new Brush();
          for (int y = firstRow; y <= samples.lastRow(firstRow); y += perPixel) {
            for (int x = 0; x < samples.width; x += perPixel) {
              brush.pixel(x, y);
            }
          }
        });
  }

  /**
   * The light from all directions: that of the pixels around on the same plane, weighted 1 2 1 both
   * ways, which counts each turn equally.
   */
  private float smoothed(int x, int y, int i, int t) {
    float sum = 0;
    int weights = 0;
    for (int dy = -1; dy <= 1; dy++) {
      int v = y + dy * perPixel;
      if (v < 0 || v >= samples.height) {
        continue;
      }
      for (int dx = -1; dx <= 1; dx++) {
        int u = x + dx * perPixel;
        if (u >= 0 && u < samples.width) {
          int j = v * samples.width + u;
          if (samePlane(t, samples.seen[j])) {
            int weight = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
            sum += weight * rough[j];
            weights += weight;
          }
        }
      }
    }
    return weights == 0 ? rough[i] : sum / weights;
  }

  private boolean samePlane(int t, int u) {
    if (t == u) {
      return true;
    }
    if (t < 0 || u < 0) {
      return false;
    }
    var n = triangles.normal;
    float cos = n[3 * t] * n[3 * u] + n[3 * t + 1] * n[3 * u + 1] + n[3 * t + 2] * n[3 * u + 2];
    return cos > 0.999f && Math.abs(offset(t, t) - offset(t, u)) < SAME_PLANE_M;
  }

  private float offset(int normalOf, int cornerOf) {
    var n = triangles.normal;
    var p = triangles.xyz;
    return n[3 * normalOf] * p[9 * cornerOf]
        + n[3 * normalOf + 1] * p[9 * cornerOf + 1]
        + n[3 * normalOf + 2] * p[9 * cornerOf + 2];
  }

  /** Colours pixels; one for each band. */
  private final class Brush {
    private final float[] point = new float[3];

    /** The samples of a pixel that see the same triangle are lit alike. */
    void pixel(int x0, int y0) {
      int lit = Integer.MIN_VALUE;
      float brightness = 0;
      for (int y = y0; y < y0 + perPixel; y++) {
        for (int x = x0; x < x0 + perPixel; x++) {
          int i = y * samples.width + x;
          int t = samples.seen[i];
          if (t != lit) {
            lit = t;
            brightness = exposed(t, smoothed(x, y, i, t));
          }
          float e = t < 0 ? brightness : brightness * edges.at(x, y, point);
          int rgb = t < 0 ? GROUND : triangles.colour[t];
          samples.colour[i] =
              Rgb.fromLinear(
                  Rgb.linearRed(rgb) * e, Rgb.linearGreen(rgb) * e, Rgb.linearBlue(rgb) * e);
        }
      }
    }

    private static float exposed(int t, float light) {
      return t < 0
          ? 1 - GROUND_SHADOW * (1 - Math.min(1, light))
          // Between the light and its root: shadows inside a building stay readable.
          : EXPOSURE * (0.4f * light + 0.6f * (float) Math.sqrt(light));
    }
  }

  /** Measures the light; one for each band. */
  private final class Gauge {
    private final float[] point = new float[3];

    /** The samples of a pixel that see the same triangle share one look. */
    void pixel(int x0, int y0) {
      int turn = x0 / perPixel % 2 + y0 / perPixel % 2 * 2;
      int lit = Integer.MIN_VALUE;
      float brightness = 0;
      for (int y = y0; y < y0 + perPixel; y++) {
        for (int x = x0; x < x0 + perPixel; x++) {
          int i = y * samples.width + x;
          if (samples.seen[i] != lit) {
            lit = samples.seen[i];
            brightness = lit < 0 ? onGround(turn, x, y) : onSurface(turn, lit, x, y);
          }
          rough[i] = brightness;
        }
      }
    }

    private float onGround(int turn, int x, int y) {
      samples.onLevel(x, y, groundZ, point);
      return light.on(turn, point[0], point[1], point[2], 0, 0, 1);
    }

    private float onSurface(int turn, int t, int x, int y) {
      samples.point(x, y, point);
      float nx = triangles.normal[3 * t];
      float ny = triangles.normal[3 * t + 1];
      float nz = triangles.normal[3 * t + 2];
      // Open surfaces may be seen from behind.
      float facing =
          nx * (samples.eye(0) - point[0])
              + ny * (samples.eye(1) - point[1])
              + nz * (samples.eye(2) - point[2]);
      return facing < 0
          ? light.on(turn, point[0], point[1], point[2], -nx, -ny, -nz)
          : light.on(turn, point[0], point[1], point[2], nx, ny, nz);
    }
  }
}
