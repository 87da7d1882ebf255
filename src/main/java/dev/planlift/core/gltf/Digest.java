package dev.planlift.core.gltf;

/**
 * A number that tells one set of triangles or lines from another, whatever their order, the order
 * of their vertices and the corner that each triangle begins with. It tells positions and normals
 * to the last bit, and which way round a triangle goes. The digest of pieces is the sum of theirs.
 */
final class Digest {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Digest() {}

  /**
   * Of a piece.
   *
   * @param positions 3 × n
   * @param normals 3 × n, or none
   * @param indices 3 per triangle, 2 per line
   */
  static long of(float[] positions, float[] normals, int[] indices, boolean lines) {
    var vertices = new int[positions.length / 3];
    for (int i = 0; i < vertices.length; i++) {
      int vertex = vertex(positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]);
      vertices[i] =
          lines ? vertex : normal(vertex, normals[3 * i], normals[3 * i + 1], normals[3 * i + 2]);
    }
    long sum = 0;
    int size = lines ? 2 : 3;
    for (int i = 0; i < indices.length; i += size) {
      int last = vertices[indices[i + size - 1]];
      sum += piece(vertices[indices[i]], vertices[indices[i + 1]], last, lines);
    }
    return sum;
  }

  /** Of a position. */
  static int vertex(float x, float y, float z) {
    long hash = Float.floatToIntBits(x) * MULTIPLIER;
    hash = (hash ^ (hash >>> 29)) + Float.floatToIntBits(y) * MULTIPLIER;
    hash = (hash ^ (hash >>> 31)) * MULTIPLIER + Float.floatToIntBits(z) * MULTIPLIER;
    return (int) (((hash ^ (hash >>> 30)) * MULTIPLIER) >>> 32);
  }

  /** Of a position with its normal. */
  static int normal(int vertex, float x, float y, float z) {
    return 31 * vertex + vertex(x, y, z);
  }

  /** Of a triangle, or of a line, whose last vertex is its second. */
  static long piece(int a, int b, int c, boolean line) {
    return line ? mixed(edge(a, b)) : mixed(edge(a, b) + edge(b, c) + edge(c, a));
  }

  private static long edge(int from, int to) {
    return mixed(((long) from << 32) | (to & 0xFFFFFFFFL));
  }

  private static long mixed(long value) {
    long hash = (value ^ (value >>> 32)) * MULTIPLIER;
    return (hash ^ (hash >>> 29)) * MULTIPLIER;
  }
}
