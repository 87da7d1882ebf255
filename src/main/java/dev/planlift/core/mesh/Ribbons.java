package dev.planlift.core.mesh;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Standing faces over connected lines, kept as these lines: a large drawing has millions, and as
 * triangles they would take five times the memory. They can be gone over as often as one likes.
 */
public final class Ribbons {
  /** For meshes without any. */
  public static final Ribbons NONE = new Ribbons();

  /** Faces lower than this share of their extent, by their area, are no ribbons. */
  private static final double SLENDER = 1e-6;

  private static final int FIRST = 8;
  private static final int MOST = 2048;

  private final List<Block> blocks = new ArrayList<>();
  private long count;

  Ribbons() {}

  /** How many faces there are, of two triangles each. */
  public long count() {
    return count;
  }

  /**
   * Passes on the faces in pieces, as triangles with vertices of their own.
   *
   * @param visitor is not to keep what it is given: all of it together would fill the memory
   */
  public void forEachPiece(Consumer<MeshPrimitive> visitor) {
    blocks.forEach(block -> visitor.accept(block.triangles()));
  }

  /** The same faces in order, in several of at most so many each, or of one block that has more. */
  public List<Ribbons> parts(long mostFaces) {
    var parts = new ArrayList<Ribbons>();
    var part = new Ribbons();
    for (var block : blocks) {
      if (part.count > 0 && part.count + block.faces > mostFaces) {
        parts.add(part);
        part = new Ribbons();
      }
      part.blocks.add(block);
      part.count += block.faces;
    }
    parts.add(part);
    return parts;
  }

  /** Adds the face a, b, b + up, a + up; false where it is too slender to be kept like this. */
  boolean add(double[] xyz, int a, int b, Vec3 up) {
    double dx = xyz[b] - xyz[a];
    double dy = xyz[b + 1] - xyz[a + 1];
    double dz = xyz[b + 2] - xyz[a + 2];
    double nx = dy * up.z() - dz * up.y();
    double ny = dz * up.x() - dx * up.z();
    double nz = dx * up.y() - dy * up.x();
    double extent = dx * dx + dy * dy + dz * dz + up.dot(up);
    if (!(nx * nx + ny * ny + nz * nz > SLENDER * SLENDER * extent * extent)) {
      return false;
    }
    var block = blocks.isEmpty() ? null : blocks.getLast();
    if (block == null || block.size > MOST - 2 || !block.up.equals(up)) {
      block = new Block(up);
      blocks.add(block);
    }
    block.add(xyz, a, b);
    count++;
    return true;
  }

  /** Lines whose faces have one height. */
  private static final class Block {
    private final Vec3 up;
    private double[] xyz = new double[3 * FIRST];

    /** Bit i: a line runs from vertex i − 1 to vertex i. */
    private final long[] joined = new long[MOST / Long.SIZE];

    private int size;
    private int faces;

    Block(Vec3 up) {
      this.up = up;
    }

    void add(double[] from, int a, int b) {
      int last = 3 * size - 3;
      boolean goesOn =
          size > 0
              && xyz[last] == from[a]
              && xyz[last + 1] == from[a + 1]
              && xyz[last + 2] == from[a + 2];
      if (!goesOn) {
        add(from, a);
      }
      joined[size >> 6] |= 1L << size;
      add(from, b);
      faces++;
    }

    private void add(double[] from, int at) {
      if (3 * size == xyz.length) {
        xyz = Arrays.copyOf(xyz, Math.min(2 * xyz.length, 3 * MOST));
      }
      // Without negative zeros.
      xyz[3 * size] = from[at] + 0.0;
      xyz[3 * size + 1] = from[at + 1] + 0.0;
      xyz[3 * size + 2] = from[at + 2] + 0.0;
      size++;
    }

    MeshPrimitive triangles() {
      var positions = new double[12 * faces];
      var normals = new float[12 * faces];
      var indices = new int[6 * faces];
      int face = 0;
      for (int i = 1; i < size; i++) {
        if ((joined[i >> 6] >>> i & 1) != 0) {
          corners(3 * i, positions, 12 * face);
          normal(positions, 12 * face, normals);
          corners(4 * face, indices, 6 * face);
          face++;
        }
      }
      return new MeshPrimitive(MeshPrimitive.Topology.TRIANGLES, positions, normals, indices);
    }

    /** From one upper corner round to the other: the way from face to face is short then. */
    private void corners(int b, double[] positions, int at) {
      System.arraycopy(xyz, b - 3, positions, at + 3, 6);
      for (int k = 0; k < 6; k += 3) {
        positions[at + 3 * k] = xyz[b - 3 + k] + up.x();
        positions[at + 3 * k + 1] = xyz[b - 2 + k] + up.y();
        positions[at + 3 * k + 2] = xyz[b - 1 + k] + up.z();
      }
    }

    private static void corners(int vertex, int[] indices, int at) {
      indices[at] = vertex;
      indices[at + 1] = vertex + 1;
      indices[at + 2] = vertex + 2;
      indices[at + 3] = vertex;
      indices[at + 4] = vertex + 2;
      indices[at + 5] = vertex + 3;
    }

    private static void normal(double[] p, int at, float[] normals) {
      double dx = p[at + 3] - p[at];
      double dy = p[at + 4] - p[at + 1];
      double dz = p[at + 5] - p[at + 2];
      double ex = p[at + 6] - p[at];
      double ey = p[at + 7] - p[at + 1];
      double ez = p[at + 8] - p[at + 2];
      double nx = dy * ez - dz * ey;
      double ny = dz * ex - dx * ez;
      double nz = dx * ey - dy * ex;
      double scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
      for (int i = at; i < at + 12; i += 3) {
        normals[i] = (float) (nx * scale);
        normals[i + 1] = (float) (ny * scale);
        normals[i + 2] = (float) (nz * scale);
      }
    }
  }
}
