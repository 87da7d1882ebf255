package dev.planlift.core.preview;

import dev.planlift.core.geom.Vec3;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The picture in samples, several to a pixel: which triangle is seen in each, how near it is, and
 * the colour painted there. Work is split into bands of rows that do not touch each other, so the
 * result does not depend on how many processors there are.
 */
final class Samples {
  private static final int BAND = 96;
  private static final float NEAREST_M = 0.05f;

  final int width;
  final int height;

  /** One over the distance along the view; 0 where nothing is seen. */
  final float[] near;

  /** The triangle seen, −1 where none is. */
  final int[] seen;

  /** 0xRRGGBB. */
  final int[] colour;

  private final Camera camera;

  private final float[] eye;

  private final float[] right;
  private final float[] up;
  private final float[] forward;

  Samples(int width, int height, Camera camera) {
    this.width = width;
    this.height = height;
    this.camera = camera;
    near = new float[width * height];
    seen = new int[width * height];
    colour = new int[width * height];
    Arrays.fill(seen, -1);
    eye = floats(camera.eye());
    right = floats(camera.right());
    up = floats(camera.up());
    forward = floats(camera.forward());
  }

  private static float[] floats(Vec3 v) {
    return new float[] {(float) v.x(), (float) v.y(), (float) v.z()};
  }

  /** Runs over all bands at once; each is given its first row. */
  void bands(IntConsumer band) {
    IntStream.range(0, (height + BAND - 1) / BAND).parallel().forEach(i -> band.accept(i * BAND));
  }

  int lastRow(int firstRow) {
    return Math.min(height, firstRow + BAND) - 1;
  }

  /**
   * Where points are seen.
   *
   * @param xyz points, 3 values each
   * @param count of points
   * @return column, row and nearness of each; NaN where it is behind the eye
   */
  float[] projected(float[] xyz, int count) {
    var out = new float[3 * count];
    float sx = (float) (width / (2 * camera.tanX()));
    float sy = (float) (height / (2 * camera.tanY()));
    IntStream.range(0, (count + 4095) / 4096)
        .parallel()
        .forEach(
            block -> {
              for (int i = block * 4096; i < Math.min(count, (block + 1) * 4096); i++) {
                project(xyz, 3 * i, sx, sy, out);
              }
            });
    return out;
  }

  private void project(float[] xyz, int at, float sx, float sy, float[] out) {
    float x = xyz[at] - eye[0];
    float y = xyz[at + 1] - eye[1];
    float z = xyz[at + 2] - eye[2];
    float w = x * forward[0] + y * forward[1] + z * forward[2];
    float n = w > NEAREST_M ? 1 / w : Float.NaN;
    out[at] = width / 2f + (x * right[0] + y * right[1] + z * right[2]) * n * sx;
    out[at + 1] = height / 2f - (x * up[0] + y * up[1] + z * up[2]) * n * sy;
    out[at + 2] = n;
  }

  /** The point seen in a sample that sees something; 3 values. */
  void point(int column, int row, float[] into) {
    along(column, row, into);
    for (int i = 0; i < 3; i++) {
      into[i] = eye[i] + into[i] / near[row * width + column];
    }
  }

  /** Where the look through a sample meets a level plane; 3 values. */
  void onLevel(int column, int row, float z, float[] into) {
    along(column, row, into);
    float distance = (z - eye[2]) / into[2];
    for (int i = 0; i < 3; i++) {
      into[i] = eye[i] + into[i] * distance;
    }
  }

  /** From the eye through a sample, one metre along the view. */
  private void along(int column, int row, float[] into) {
    float a = (float) ((2 * (column + 0.5f) / width - 1) * camera.tanX());
    float b = (float) ((1 - 2 * (row + 0.5f) / height) * camera.tanY());
    for (int i = 0; i < 3; i++) {
      into[i] = forward[i] + a * right[i] + b * up[i];
    }
  }

  float eye(int axis) {
    return eye[axis];
  }

  /** Finds the nearest triangle in each sample. */
  void look(Triangles triangles) {
    var screen = projected(triangles.xyz, 3 * triangles.count);
    var firstBand = new byte[triangles.count];
    var lastBand = new byte[triangles.count];
    for (int t = 0; t < triangles.count; t++) {
      float y0 = screen[9 * t + 1];
      float y1 = screen[9 * t + 4];
      float y2 = screen[9 * t + 7];
      firstBand[t] = band(Math.min(y0, Math.min(y1, y2)) - 1);
      lastBand[t] = band(Math.max(y0, Math.max(y1, y2)) + 1);
    }
    bands(
        firstRow -> {
          int band = firstRow / BAND;
          var scan = new Scan(width, firstRow, lastRow(firstRow));
          for (int t = 0; t < triangles.count; t++) {
            if (firstBand[t] <= band && band <= lastBand[t]) {
              draw(screen, t, scan);
            }
          }
        });
  }

  private void draw(float[] screen, int triangle, Scan scan) {
    scan.triangle(screen, 9 * triangle);
    for (int y = scan.first; y <= scan.last; y++) {
      int i = y - scan.first;
      int row = y * width;
      keepNearest(triangle, row + scan.left[i], row + scan.right[i], scan.value[i], scan.step);
    }
  }

  /** The band of a row, the nearest one where the row is outside of the picture. */
  private byte band(float row) {
    return (byte) ((int) Math.clamp(row, 0f, height - 1f) / BAND);
  }

  private void keepNearest(int triangle, int from, int to, float value, float step) {
    float n = value;
    for (int i = from; i <= to; i++, n += step) {
      if (n > near[i]) {
        near[i] = n;
        seen[i] = triangle;
      }
    }
  }
}
