package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.mesh.Ribbons;
import java.util.Arrays;

/**
 * A primitive as it is written. Of its ribbons only the measures are kept; they are rounded anew
 * when they are written.
 */
final class FilePrimitive {
  /** Takes pieces one after the other. */
  interface Visitor {
    /**
     * Takes one.
     *
     * @param firstVertex what its indices are to be raised by
     */
    void piece(FilePiece piece, int firstVertex);
  }

  private final boolean lines;
  private final Vec3 origin;
  private final FilePiece whole;
  private final Ribbons ribbons;
  private final float[] min = new float[3];
  private final float[] max = new float[3];
  private long vertexCount;
  private long indexCount;
  private double maxErrorM;

  private FilePrimitive(MeshPrimitive source, Vec3 origin) {
    this.lines = source.topology() == MeshPrimitive.Topology.LINES;
    this.origin = origin;
    this.ribbons = source.ribbons();
    this.whole = FilePiece.of(source, origin);
    Arrays.fill(min, Float.POSITIVE_INFINITY);
    Arrays.fill(max, Float.NEGATIVE_INFINITY);
    forEachPiece((piece, firstVertex) -> measure(piece));
  }

  /**
   * Rounds a primitive.
   *
   * @param origin subtracted from its positions; zero for meshes with a place of their own
   * @throws ArithmeticException where it has more vertices than indices can tell
   */
  static FilePrimitive of(MeshPrimitive source, Vec3 origin) {
    return new FilePrimitive(source, origin);
  }

  private void measure(FilePiece piece) {
    vertexCount += piece.vertexCount();
    indexCount += piece.indices().length;
    maxErrorM = Math.max(maxErrorM, piece.maxErrorM());
    var p = piece.positions();
    for (int i = 0; i < p.length; i += 3) {
      for (int axis = 0; axis < 3; axis++) {
        min[axis] = Math.min(min[axis], p[i + axis]);
        max[axis] = Math.max(max[axis], p[i + axis]);
      }
    }
  }

  /** Passes on everything, always in the same order. */
  void forEachPiece(Visitor visitor) {
    visitor.piece(whole, 0);
    var first = new long[] {whole.vertexCount()};
    ribbons.forEachPiece(
        source -> {
          var piece = FilePiece.of(source, origin);
          visitor.piece(piece, Math.toIntExact(first[0]));
          first[0] += piece.vertexCount();
        });
  }

  boolean isEmpty() {
    return indexCount == 0;
  }

  boolean isLines() {
    return lines;
  }

  long vertexCount() {
    return vertexCount;
  }

  long indexCount() {
    return indexCount;
  }

  /** The least coordinates. */
  float[] min() {
    return min;
  }

  /** The greatest coordinates. */
  float[] max() {
    return max;
  }

  /** 65,535 itself is the primitive restart value and may not be an index. */
  boolean fitsShortIndices() {
    return vertexCount <= 65_535;
  }

  /** Of the array of positions, and of that of normals where there is one. */
  long vectorBytes() {
    return 12 * vertexCount;
  }

  long indexBytes() {
    return (fitsShortIndices() ? 2 : 4) * indexCount;
  }

  /** The largest distance of a rounded position from its source. */
  double maxErrorM() {
    return maxErrorM;
  }
}
