package dev.planlift.core.preview;

/**
 * The light on what is seen, measured in one look for each block of pixels and blended between
 * them. Neighbouring looks go to different parts of the sky; what lies on one plane is blended so
 * that each part counts alike. Where no look around fell on a plane, a point of it gets its own.
 */
final class LightField {
  /** Pixels along each side of a block. */
  private static final int BLOCK = 2;

  /** Planes no farther apart than this are lit as one. */
  private static final float SAME_PLANE_M = 0.01f;

  private static final int NOTHING = -1;

  private final Samples samples;
  private final Triangles triangles;
  private final Daylight light;
  private final float groundZ;

  /** Samples along each side of a block. */
  private final int step;

  private final int columns;
  private final int rows;

  /** The triangle that each look met, {@link #NOTHING} for the ground. */
  private final int[] met;

  /** By the look alone, then with its neighbours. */
  private final float[] rough;

  private final float[] smooth;

  LightField(Samples samples, Triangles triangles, Daylight light, int perPixel, float groundZ) {
    this.samples = samples;
    this.triangles = triangles;
    this.light = light;
    this.groundZ = groundZ;
    step = BLOCK * perPixel;
    columns = (samples.width + step - 1) / step;
    rows = (samples.height + step - 1) / step;
    met = new int[columns * rows];
    rough = new float[columns * rows];
    smooth = new float[columns * rows];
    samples.bands(this::look);
    samples.bands(this::smooth);
  }

  /** The band's rows of blocks; bands are whole numbers of blocks high. */
  private void look(int firstRow) {
    var point = new float[3];
    for (int row = firstRow / step; row * step <= samples.lastRow(firstRow); row++) {
      lookAlong(row, point);
    }
  }

  private void lookAlong(int row, float[] point) {
    int y = Math.min(row * step + step / 2, samples.height - 1);
    for (int column = 0; column < columns; column++) {
      int x = Math.min(column * step + step / 2, samples.width - 1);
      int i = row * columns + column;
      met[i] = samples.seen[y * samples.width + x];
      rough[i] = measured(column % 2 + row % 2 * 2, x, y, met[i], point);
    }
  }

  private void smooth(int firstRow) {
    for (int row = firstRow / step; row * step <= samples.lastRow(firstRow); row++) {
      for (int column = 0; column < columns; column++) {
        smooth[row * columns + column] = smoothed(column, row);
      }
    }
  }

  /** Weighted 1 2 1 both ways, which counts each turn equally. */
  private float smoothed(int column, int row) {
    int t = met[row * columns + column];
    float sum = 0;
    int weights = 0;
    for (int v = Math.max(0, row - 1); v <= Math.min(rows - 1, row + 1); v++) {
      for (int u = Math.max(0, column - 1); u <= Math.min(columns - 1, column + 1); u++) {
        int i = v * columns + u;
        if (samePlane(t, met[i])) {
          int weight = (2 - Math.abs(u - column)) * (2 - Math.abs(v - row));
          sum += weight * rough[i];
          weights += weight;
        }
      }
    }
    return sum / weights;
  }

  /**
   * The light on a triangle, or on the ground, where a sample sees it.
   *
   * @param point 3 values of scratch
   */
  float at(int x, int y, int t, float[] point) {
    float across = (x + 0.5f) / step - 0.5f;
    float down = (y + 0.5f) / step - 0.5f;
    int left = Math.clamp((int) Math.floor(across), 0, columns - 2);
    int top = Math.clamp((int) Math.floor(down), 0, rows - 2);
    float right = Math.clamp(across - left, 0f, 1f);
    float bottom = Math.clamp(down - top, 0f, 1f);
    int i = top * columns + left;
    if (met[i] == t && met[i + 1] == t && met[i + columns] == t && met[i + columns + 1] == t) {
      float above = smooth[i] + right * (smooth[i + 1] - smooth[i]);
      float below = smooth[i + columns] + right * (smooth[i + columns + 1] - smooth[i + columns]);
      return above + bottom * (below - above);
    }
    return blended(i, right, bottom, x, y, t, point);
  }

  /** Of the four looks around, from i on, by those that fell on the same plane. */
  private float blended(int i, float right, float bottom, int x, int y, int t, float[] point) {
    float sum = 0;
    float weights = 0;
    for (int k = 0; k < 4; k++) {
      int j = i + (k & 1) + (k >> 1) * columns;
      if (samePlane(t, met[j])) {
        float weight = ((k & 1) == 0 ? 1 - right : right) * (k < 2 ? 1 - bottom : bottom) + 1e-3f;
        sum += weight * smooth[j];
        weights += weight;
      }
    }
    return weights > 0 ? sum / weights : ownLook(x, y, t, point);
  }

  private float ownLook(int x, int y, int t, float[] point) {
    float sum = 0;
    for (int turn = 0; turn < Daylight.TURNS; turn++) {
      sum += measured(turn, x, y, t, point);
    }
    return sum / Daylight.TURNS;
  }

  private float measured(int turn, int x, int y, int t, float[] point) {
    if (t == NOTHING) {
      samples.onLevel(x, y, groundZ, point);
      return light.on(turn, point[0], point[1], point[2], 0, 0, 1);
    }
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
}
