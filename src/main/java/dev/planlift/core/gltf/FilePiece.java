package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import java.util.Arrays;

/**
 * A primitive, or a piece of one, as it is written: rounded, Y up, without triangles and lines that
 * rounding made flat and without vertices that nothing uses. Its floats are what a reader gets,
 * however they are stored.
 */
final class FilePiece {
  /** A triangle lower than this share of its longest side has no area that could be seen. */
  private static final double FLAT = 1e-8;

  private final boolean lines;
  private final float[] positions;
  private final float[] normals;
  private final int[] indices;
  private final double maxErrorM;

  private FilePiece(
      boolean lines, float[] positions, float[] normals, int[] indices, double maxErrorM) {
    this.lines = lines;
    this.positions = positions;
    this.normals = normals;
    this.indices = indices;
    this.maxErrorM = maxErrorM;
  }

  /**
   * Rounds the arrays of a primitive.
   *
   * @param origin subtracted from its positions; zero for meshes with a place of their own
   */
  static FilePiece of(MeshPrimitive source, Vec3 origin, Compression compression) {
    var frame = new Frame(origin);
    boolean lines = source.topology() == MeshPrimitive.Topology.LINES;
    int count = source.vertexCount();
    var positions = new float[3 * count];
    double maxError = 0;
    for (int i = 0; i < count; i++) {
      var p = frame.toFile(vector(source.positions(), i));
      put(positions, i, compression.rounds() ? Grid.snap(p) : p);
      var rounded = vector(positions, i);
      if (rounded.isFinite()) {
        maxError = Math.max(maxError, p.distance(rounded));
      }
    }
    var normals = new float[source.normals().length];
    for (int i = 0; i < normals.length / 3; i++) {
      var n = source.normals();
      put(normals, i, Frame.turned(new Vec3(n[3 * i], n[3 * i + 1], n[3 * i + 2])));
    }
    if (compression.rounds()) {
      for (int i = 0; i < normals.length; i++) {
        normals[i] = Grid.snapNormal(normals[i]);
      }
    }
    var indices = withoutFlat(source.indices(), positions, lines ? 2 : 3);
    return new FilePiece(lines, positions, normals, indices, maxError).compact();
  }

  private static Vec3 vector(double[] xyz, int i) {
    return new Vec3(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
  }

  private static Vec3 vector(float[] xyz, int i) {
    return new Vec3(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
  }

  private static void put(float[] xyz, int i, Vec3 p) {
    xyz[3 * i] = (float) p.x();
    xyz[3 * i + 1] = (float) p.y();
    xyz[3 * i + 2] = (float) p.z();
  }

  /**
   * Leaves out pieces with two equal corners, triangles whose corners lie in line, and what lies
   * beyond the range of 32-bit numbers. What remains of a closed mesh is closed: of a triangle with
   * two equal corners the other two edges have become one, and the meshes of solids have no corners
   * in line.
   */
  private static int[] withoutFlat(int[] indices, float[] positions, int size) {
    var kept = new int[indices.length];
    int count = 0;
    for (int i = 0; i < indices.length; i += size) {
      var a = vector(positions, indices[i]);
      var b = vector(positions, indices[i + 1]);
      var c = size == 2 ? a : vector(positions, indices[i + 2]);
      boolean flat = size == 2 ? a.equals(b) : isFlat(a, b, c);
      if (!flat && a.isFinite() && b.isFinite() && c.isFinite()) {
        System.arraycopy(indices, i, kept, count, size);
        count += size;
      }
    }
    return count == kept.length ? kept : Arrays.copyOf(kept, count);
  }

  private static boolean isFlat(Vec3 a, Vec3 b, Vec3 c) {
    double longest = Math.max(a.distance(b), Math.max(b.distance(c), c.distance(a)));
    return b.minus(a).cross(c.minus(a)).length() <= FLAT * longest * longest;
  }

  private FilePiece compact() {
    var number = new int[positions.length / 3];
    for (int index : indices) {
      number[index] = 1;
    }
    int used = 0;
    for (int i = 0; i < number.length; i++) {
      number[i] = number[i] == 0 ? -1 : used++;
    }
    if (used == number.length) {
      return this;
    }
    var fewerPositions = new float[3 * used];
    var fewerNormals = new float[lines ? 0 : 3 * used];
    for (int i = 0; i < number.length; i++) {
      if (number[i] >= 0) {
        System.arraycopy(positions, 3 * i, fewerPositions, 3 * number[i], 3);
        if (!lines) {
          System.arraycopy(normals, 3 * i, fewerNormals, 3 * number[i], 3);
        }
      }
    }
    var renumbered = Arrays.stream(indices).map(index -> number[index]).toArray();
    return new FilePiece(lines, fewerPositions, fewerNormals, renumbered, maxErrorM);
  }

  /** The same triangles in an order that compresses well; lines as they are. */
  FilePiece ordered() {
    if (lines || indices.length == 0) {
      return this;
    }
    var sorted = indices.clone();
    var place = Meshopt.order(sorted, vertexCount());
    var movedPositions = new float[positions.length];
    var movedNormals = new float[normals.length];
    for (int i = 0; i < place.length; i++) {
      System.arraycopy(positions, 3 * i, movedPositions, 3 * place[i], 3);
      System.arraycopy(normals, 3 * i, movedNormals, 3 * place[i], 3);
    }
    var renumbered = Arrays.stream(sorted).map(index -> place[index]).toArray();
    return new FilePiece(false, movedPositions, movedNormals, renumbered, maxErrorM);
  }

  int vertexCount() {
    return positions.length / 3;
  }

  float[] positions() {
    return positions;
  }

  float[] normals() {
    return normals;
  }

  int[] indices() {
    return indices;
  }

  /** The largest distance of a rounded position from its source. */
  double maxErrorM() {
    return maxErrorM;
  }
}
