package dev.planlift.core.preview;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.Arrays;

/**
 * What light from one far direction meets first: a picture of the model from there that holds how
 * far towards the light each surface lies.
 */
final class DepthMap {
  private final int size;
  private final float[] height;
  private final float ax;
  private final float ay;
  private final float az;
  private final float bx;
  private final float by;
  private final float bz;
  final float dx;
  final float dy;
  final float dz;
  private final float a0;
  private final float b0;
  private final float scale;

  /** Metres a cell. */
  private final float cell;

  /**
   * @param toLight unit vector towards the light, above the horizon
   * @param box of what throws shadows
   * @param size cells along each side
   */
  DepthMap(Vec3 toLight, Box box, Triangles triangles, int size) {
    this.size = size;
    this.height = new float[size * size];
    var a = (Math.abs(toLight.z()) > 0.99 ? Vec3.X : Vec3.Z).cross(toLight).normalized();
    var b = toLight.cross(a);
    double minA = Double.POSITIVE_INFINITY;
    double minB = Double.POSITIVE_INFINITY;
    double maxA = Double.NEGATIVE_INFINITY;
    double maxB = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 8; i++) {
      var p =
          new Vec3(
              (i & 1) == 0 ? box.min().x() : box.max().x(),
              (i & 2) == 0 ? box.min().y() : box.max().y(),
              (i & 4) == 0 ? box.min().z() : box.max().z());
      minA = Math.min(minA, p.dot(a));
      maxA = Math.max(maxA, p.dot(a));
      minB = Math.min(minB, p.dot(b));
      maxB = Math.max(maxB, p.dot(b));
    }
    double extent = Math.max(Math.max(maxA - minA, maxB - minB), 0.01);
    cell = (float) (extent / (size - 4));
    scale = 1 / cell;
    a0 = (float) (minA - 2 * cell);
    b0 = (float) (minB - 2 * cell);
    ax = (float) a.x();
    ay = (float) a.y();
    az = (float) a.z();
    bx = (float) b.x();
    by = (float) b.y();
    bz = (float) b.z();
    dx = (float) toLight.x();
    dy = (float) toLight.y();
    dz = (float) toLight.z();
    Arrays.fill(height, Float.NEGATIVE_INFINITY);
    var scan = new Scan(size, 0, size - 1);
    var corners = new float[9];
    for (int t = 0; t < triangles.count; t++) {
      draw(triangles.xyz, 9 * t, scan, corners);
    }
  }

  private void draw(float[] xyz, int at, Scan scan, float[] corners) {
    for (int i = 0; i < 9; i += 3) {
      float x = xyz[at + i];
      float y = xyz[at + i + 1];
      float z = xyz[at + i + 2];
      corners[i] = column(x, y, z);
      corners[i + 1] = row(x, y, z);
      corners[i + 2] = x * dx + y * dy + z * dz;
    }
    scan.triangle(corners, 0);
    for (int y = scan.first; y <= scan.last; y++) {
      int i = y - scan.first;
      keepHighest(y * size + scan.left[i], y * size + scan.right[i], scan.value[i], scan.step);
    }
  }

  private void keepHighest(int from, int to, float value, float step) {
    float h = value;
    for (int i = from; i <= to; i++, h += step) {
      if (h > height[i]) {
        height[i] = h;
      }
    }
  }

  private float column(float x, float y, float z) {
    return (x * ax + y * ay + z * az - a0) * scale;
  }

  private float row(float x, float y, float z) {
    return (x * bx + y * by + z * bz - b0) * scale;
  }

  /** How far a point must be lifted off its surface so that the surface does not shade itself. */
  float liftM() {
    return 1.5f * cell;
  }

  /** Whether light comes through to a point, 0 or 1, by the one cell it lies in. */
  float roughLightAt(float x, float y, float z) {
    float column = column(x, y, z);
    float row = row(x, y, z);
    if (!(column >= 0 && row >= 0 && column < size && row < size)) {
      return 1;
    }
    float h = x * dx + y * dy + z * dz + 0.5f * cell;
    int i = (int) column;
    int j = (int) row;
    return height[j * size + i] <= h ? 1 : 0;
  }

  /** The share of light that comes through to a point, 0 to 1, blended over four cells. */
  float lightAt(float x, float y, float z) {
    float column = column(x, y, z) - 0.5f;
    float row = row(x, y, z) - 0.5f;
    if (!(column >= 0 && row >= 0 && column < size - 1 && row < size - 1)) {
      return 1;
    }
    float h = x * dx + y * dy + z * dz + 0.5f * cell;
    int i = (int) column;
    int j = (int) row;
    float fx = column - i;
    float fy = row - j;
    int at = j * size + i;
    float light = 0;
    if (height[at] <= h) {
      light += (1 - fx) * (1 - fy);
    }
    if (height[at + 1] <= h) {
      light += fx * (1 - fy);
    }
    if (height[at + size] <= h) {
      light += (1 - fx) * fy;
    }
    if (height[at + size + 1] <= h) {
      light += fx * fy;
    }
    return light;
  }
}
