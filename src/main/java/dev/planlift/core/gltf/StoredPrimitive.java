package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A primitive and how its arrays are stored.
 *
 * @param frame how its positions are told
 */
record StoredPrimitive(FilePrimitive primitive, MeshFrame frame, Compression compression) {
  ArrayKind positions() {
    return frame.isShort() ? ArrayKind.SHORT_POSITIONS : ArrayKind.FLOAT_POSITIONS;
  }

  ArrayKind normals() {
    return compression.rounds() ? ArrayKind.BYTE_NORMALS : ArrayKind.FLOAT_NORMALS;
  }

  ArrayKind indices() {
    return ArrayKind.indices(primitive.isLines(), primitive.vertexCount());
  }

  /** Of its arrays; lines have no normals. */
  List<ArrayKind> kinds() {
    return primitive.isLines()
        ? List.of(positions(), indices())
        : List.of(positions(), normals(), indices());
  }

  /**
   * Writes the arrays of a piece.
   *
   * @param outputs by kind; those of other kinds are left alone
   * @throws UncheckedIOException where one of them cannot take more
   */
  void write(FilePiece piece, int firstVertex, Map<ArrayKind, ? extends NumberOutput> outputs) {
    outputs.forEach(
        (kind, output) -> {
          try {
            if (kind == positions() || kind == normals() || kind == indices()) {
              write(piece, firstVertex, kind, output);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void write(FilePiece piece, int firstVertex, ArrayKind kind, NumberOutput output)
      throws IOException {
    switch (kind) {
      case FLOAT_POSITIONS -> output.floatPositions(frame.fromMiddle(piece.positions()));
      case SHORT_POSITIONS -> output.shortPositions(piece.positions(), frame.middle());
      case FLOAT_NORMALS -> output.floats(piece.normals());
      case BYTE_NORMALS -> output.byteNormals(piece.normals());
      case TRIANGLE_INTS, LINE_INTS -> output.ints(piece.indices(), firstVertex);
      case TRIANGLE_SHORTS, LINE_SHORTS -> output.shorts(piece.indices(), firstVertex);
      case TRANSLATIONS, ROTATIONS, SCALES -> throw new IllegalArgumentException(kind.name());
    }
  }

  /** The bytes of an array of this primitive. */
  long bytes(ArrayKind kind) {
    return kind.stride() * (kind.isIndices() ? primitive.indexCount() : primitive.vertexCount());
  }

  /** The least coordinates, as stored. */
  double[] min() {
    return stored(primitive.min());
  }

  /** The greatest coordinates, as stored. */
  double[] max() {
    return stored(primitive.max());
  }

  private double[] stored(float[] xyz) {
    var p = frame.stored(new Vec3(xyz[0], xyz[1], xyz[2]));
    return new double[] {p.x(), p.y(), p.z()};
  }
}
