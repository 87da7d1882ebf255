package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.mesh.Ribbons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** What is compressed at once is small, and so is what must be unpacked to show some of it. */
  private static final long COMPRESSED_FACES = 1 << 16;

  private final boolean lines;
  private final Vec3 origin;
  private final Compression compression;
  private final FilePiece whole;
  private final Ribbons ribbons;
  private final float[] min = new float[3];
  private final float[] max = new float[3];
  private long vertexCount;
  private long indexCount;
  private double maxErrorM;
  private long digest;

  private FilePrimitive(MeshPrimitive source, Vec3 origin, Compression compression) {
    this.lines = source.topology() == MeshPrimitive.Topology.LINES;
    this.origin = origin;
    this.compression = compression;
    this.ribbons = source.ribbons();
    var rounded = FilePiece.of(source, origin, compression);
    this.whole = compression == Compression.MESHOPT ? rounded.ordered() : rounded;
    Arrays.fill(min, Float.POSITIVE_INFINITY);
    Arrays.fill(max, Float.NEGATIVE_INFINITY);
    forEachPiece((piece, firstVertex) -> measure(piece));
  }

  /**
   * Rounds a primitive; one with many ribbons becomes several where they are compressed.
   *
   * @param origin subtracted from its positions; zero for meshes with a place of their own
   * @return without empty ones
   * @throws ArithmeticException where it has more vertices than indices can tell
   */
  static List<FilePrimitive> of(MeshPrimitive source, Vec3 origin, Compression compression) {
    if (compression != Compression.MESHOPT) {
      return notEmpty(List.of(source), origin, compression);
    }
    var parts = new ArrayList<MeshPrimitive>();
    for (var ribbons : source.ribbons().parts(COMPRESSED_FACES)) {
      parts.add(
          parts.isEmpty()
              ? new MeshPrimitive(
                  source.topology(),
                  source.positions(),
                  source.normals(),
                  source.indices(),
                  ribbons)
              : new MeshPrimitive(
                  source.topology(), new double[0], new float[0], new int[0], ribbons));
    }
    return notEmpty(parts, origin, compression);
  }

  private static List<FilePrimitive> notEmpty(
      List<MeshPrimitive> parts, Vec3 origin, Compression compression) {
    return parts.stream()
        .map(part -> new FilePrimitive(part, origin, compression))
        .filter(primitive -> primitive.indexCount > 0)
        .toList();
  }

  private void measure(FilePiece piece) {
    vertexCount += piece.vertexCount();
    indexCount += piece.indices().length;
    maxErrorM = Math.max(maxErrorM, piece.maxErrorM());
    digest += Digest.of(piece.positions(), piece.normals(), piece.indices(), lines);
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
          var piece = FilePiece.of(source, origin, compression);
          visitor.piece(piece, Math.toIntExact(first[0]));
          first[0] += piece.vertexCount();
        });
  }

  /** All but its ribbons. */
  FilePiece whole() {
    return whole;
  }

  Ribbons ribbons() {
    return ribbons;
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

  /** What a reader must find: see {@link Digest}. */
  long digest() {
    return digest;
  }

  /** The largest distance of a rounded position from its source. */
  double maxErrorM() {
    return maxErrorM;
  }
}
