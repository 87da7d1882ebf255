package dev.planlift.core.mesh;

import dev.planlift.core.geom.Vec3;
import java.util.Arrays;

/**
 * Gathers triangles or lines. Triangle vertices with the same position and (nearly) the same normal
 * become one; line vertices stay as given. Not thread-safe.
 */
public final class MeshBuilder {
  /** Normals nearer than 1/512 in each component shade alike. */
  private static final float NORMAL_STEPS = 512;

  private final MeshPrimitive.Topology topology;
  private double[] positions = new double[36];
  private float[] normals = new float[36];
  private int vertexCount;
  private int[] indices = new int[36];
  private int indexCount;
  private int[] table = new int[64];

  public MeshBuilder(MeshPrimitive.Topology topology) {
    this.topology = topology;
  }

  public static MeshBuilder triangles() {
    return new MeshBuilder(MeshPrimitive.Topology.TRIANGLES);
  }

  public static MeshBuilder lines() {
    return new MeshBuilder(MeshPrimitive.Topology.LINES);
  }

  public boolean isEmpty() {
    return indexCount == 0;
  }

  public int vertexCount() {
    return vertexCount;
  }

  /** Corners counter-clockwise from outside; {@code normal} of length one for all three. */
  public void triangle(Vec3 a, Vec3 b, Vec3 c, Vec3 normal) {
    int i = shared(a, normal);
    int j = shared(b, normal);
    int k = shared(c, normal);
    index(i);
    index(j);
    index(k);
  }

  /** A flat triangle with the normal of its corners' order; nothing where they lie in line. */
  public void triangle(Vec3 a, Vec3 b, Vec3 c) {
    var cross = b.minus(a).cross(c.minus(a));
    double longest = Math.max(a.distance(b), Math.max(b.distance(c), c.distance(a)));
    if (cross.length() > 1e-9 * longest * longest) {
      triangle(a, b, c, cross.normalized());
    }
  }

  /** Two triangles; corners in order around, counter-clockwise from outside. */
  public void quad(Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
    triangle(a, b, c);
    triangle(a, c, d);
  }

  /**
   * Connected line pieces; pieces without length and vertices that are nowhere are left out.
   *
   * @param xyz 3 × n coordinates, n ≥ 2
   * @param closed whether a last piece goes back to the start
   */
  public void polyline(double[] xyz, boolean closed) {
    int first = -1;
    int last = -1;
    for (int i = 0; i + 2 < xyz.length; i += 3) {
      var p = new Vec3(xyz[i], xyz[i + 1], xyz[i + 2]);
      if (!p.isFinite() || (last >= 0 && p.equals(position(last)))) {
        continue;
      }
      int vertex = append(p, Vec3.ZERO);
      if (last >= 0) {
        index(last);
        index(vertex);
      } else {
        first = vertex;
      }
      last = vertex;
    }
    if (closed && last > first + 1) {
      closeTo(first, last);
    }
  }

  private void closeTo(int first, int last) {
    if (!position(first).equals(position(last))) {
      index(last);
      index(first);
    }
  }

  /** What was gathered; the builder must not be used afterwards. */
  public MeshPrimitive build() {
    boolean lines = topology == MeshPrimitive.Topology.LINES;
    return new MeshPrimitive(
        topology,
        Arrays.copyOf(positions, 3 * vertexCount),
        lines ? new float[0] : Arrays.copyOf(normals, 3 * vertexCount),
        Arrays.copyOf(indices, indexCount));
  }

  private Vec3 position(int vertex) {
    return new Vec3(positions[3 * vertex], positions[3 * vertex + 1], positions[3 * vertex + 2]);
  }

  /** Open addressing: entries are vertex + 1, so that 0 is free. */
  private int shared(Vec3 p, Vec3 normal) {
    if (2 * vertexCount + 2 > table.length) {
      grow();
    }
    int at = slot(p, normal);
    while (table[at] != 0) {
      if (isAt(table[at] - 1, p, normal)) {
        return table[at] - 1;
      }
      at = (at + 1) & (table.length - 1);
    }
    int vertex = append(p, normal);
    table[at] = vertex + 1;
    return vertex;
  }

  private boolean isAt(int v, Vec3 p, Vec3 n) {
    return positions[3 * v] == p.x()
        && positions[3 * v + 1] == p.y()
        && positions[3 * v + 2] == p.z()
        && step(normals[3 * v]) == step((float) n.x())
        && step(normals[3 * v + 1]) == step((float) n.y())
        && step(normals[3 * v + 2]) == step((float) n.z());
  }

  private static int step(float component) {
    return Math.round(component * NORMAL_STEPS);
  }

  private int slot(Vec3 p, Vec3 n) {
    long hash = Double.doubleToLongBits(p.x() + 0.0);
    hash = hash * 31 + Double.doubleToLongBits(p.y() + 0.0);
    hash = hash * 31 + Double.doubleToLongBits(p.z() + 0.0);
    hash = hash * 31 + step((float) n.x());
    hash = hash * 31 + step((float) n.y());
    hash = hash * 31 + step((float) n.z());
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 33) & (table.length - 1);
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int v = 0; v < vertexCount; v++) {
      var normal = new Vec3(normals[3 * v], normals[3 * v + 1], normals[3 * v + 2]);
      int at = slot(position(v), normal);
      while (table[at] != 0) {
        at = (at + 1) & (table.length - 1);
      }
      table[at] = v + 1;
    }
  }

  private int append(Vec3 p, Vec3 normal) {
    if (positions.length < 3 * vertexCount + 3) {
      positions = Arrays.copyOf(positions, 2 * positions.length);
      normals = Arrays.copyOf(normals, 2 * normals.length);
    }
    int at = 3 * vertexCount;
    positions[at] = p.x() + 0.0;
    positions[at + 1] = p.y() + 0.0;
    positions[at + 2] = p.z() + 0.0;
    normals[at] = (float) normal.x();
    normals[at + 1] = (float) normal.y();
    normals[at + 2] = (float) normal.z();
    return vertexCount++;
  }

  private void index(int vertex) {
    if (indices.length == indexCount) {
      indices = Arrays.copyOf(indices, 2 * indices.length);
    }
    indices[indexCount++] = vertex;
  }
}
