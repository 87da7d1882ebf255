package dev.planlift.core.mesh;

import dev.planlift.core.geom.Vec3;
import java.util.Arrays;

/**
 * Gathers triangles or lines. Triangle vertices with the same position and (nearly) the same normal
 * become one; line vertices stay as given. Not thread-safe.
 */
public final class MeshBuilder {
  /** The part of a table's entry that holds its hash. */
  private static final long HASH = 0xFFFFFFFF00000000L;

  private final MeshPrimitive.Topology topology;
  private final Vertices vertices = new Vertices();
  private int[] indices = new int[36];
  private final Ribbons ribbons = new Ribbons();
  private int indexCount;
  private long[] table = new long[64];

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
    return indexCount == 0 && ribbons.count() == 0;
  }

  public int vertexCount() {
    return vertices.count();
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
    int before = indexCount;
    triangle(a, b, c);
    boolean first = indexCount > before;
    var cross = c.minus(a).cross(d.minus(a));
    double longest = Math.max(a.distance(c), Math.max(c.distance(d), d.distance(a)));
    if (!(cross.length() > 1e-9 * longest * longest)) {
      return;
    }
    var normal = cross.normalized();
    // The diagonal's ends are at hand, where both triangles shade alike.
    if (first
        && vertices.shadesAs(indices[before], normal)
        && vertices.shadesAs(indices[before + 2], normal)) {
      int last = shared(d, normal);
      index(indices[before]);
      index(indices[before + 2]);
      index(last);
    } else {
      triangle(a, c, d, normal);
    }
  }

  /**
   * A standing face over each piece of a line; pieces without length are left out. Vertices are
   * shared within a face only, and little memory is taken.
   *
   * @param xyz 3 × n coordinates, n ≥ 2
   * @param closed whether a last piece goes back to the start
   * @param up from the lower edge of a face to its upper one
   */
  public void ribbon(double[] xyz, boolean closed, Vec3 up) {
    for (int a = 0; a < xyz.length; a += 3) {
      boolean last = a + 3 == xyz.length;
      int b = last ? 0 : a + 3;
      if (!(last && !closed) && !ribbons.add(xyz, a, b, up)) {
        face(
            new Vec3(xyz[a], xyz[a + 1], xyz[a + 2]), new Vec3(xyz[b], xyz[b + 1], xyz[b + 2]), up);
      }
    }
  }

  private void face(Vec3 a, Vec3 b, Vec3 up) {
    if (!a.equals(b)) {
      quad(a, b, b.plus(up), a.plus(up));
    }
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
      if (!p.isFinite() || (last >= 0 && p.equals(vertices.position(last)))) {
        continue;
      }
      int vertex = vertices.add(p, Vec3.ZERO);
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
    if (!vertices.position(first).equals(vertices.position(last))) {
      index(last);
      index(first);
    }
  }

  /** What was gathered; the builder must not be used afterwards. */
  public MeshPrimitive build() {
    table = new long[0];
    var positions = new double[3 * vertices.count()];
    var normals = new float[topology == MeshPrimitive.Topology.LINES ? 0 : positions.length];
    vertices.moveTo(positions, normals);
    return new MeshPrimitive(
        topology, positions, normals, Arrays.copyOf(indices, indexCount), ribbons);
  }

  /**
   * Open addressing: entries are the upper half of the hash and vertex + 1, so that 0 is free and
   * few vertices that differ are looked at.
   */
  private int shared(Vec3 p, Vec3 normal) {
    if (4L * vertices.count() + 4 > 3L * table.length) {
      grow();
    }
    long hash = hash(p, normal) & HASH;
    int at = slot(hash);
    for (long entry = table[at]; entry != 0; entry = table[at]) {
      int vertex = (int) entry - 1;
      if ((entry & HASH) == hash && vertices.isAt(vertex, p, normal)) {
        return vertex;
      }
      at = (at + 1) & (table.length - 1);
    }
    int vertex = vertices.add(p, normal);
    table[at] = hash | (vertex + 1);
    return vertex;
  }

  private static long hash(Vec3 p, Vec3 n) {
    long hash = Double.doubleToLongBits(p.x() + 0.0);
    hash = hash * 31 + Double.doubleToLongBits(p.y() + 0.0);
    hash = hash * 31 + Double.doubleToLongBits(p.z() + 0.0);
    hash = hash * 31 + Vertices.step((float) n.x());
    hash = hash * 31 + Vertices.step((float) n.y());
    hash = hash * 31 + Vertices.step((float) n.z());
    return (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
  }

  /** The uppermost bits of a hash, as many as the table needs. */
  private int slot(long hash) {
    return (int) (hash >>> (64 - Integer.numberOfTrailingZeros(table.length)));
  }

  private void grow() {
    var old = table;
    table = new long[2 * old.length];
    for (long entry : old) {
      if (entry != 0) {
        int at = slot(entry);
        while (table[at] != 0) {
          at = (at + 1) & (table.length - 1);
        }
        table[at] = entry;
      }
    }
  }

  private void index(int vertex) {
    if (indices.length == indexCount) {
      indices = Arrays.copyOf(indices, 2 * indices.length);
    }
    indices[indexCount++] = vertex;
  }
}
