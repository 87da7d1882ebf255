package dev.planlift.core.mesh;

/**
 * Triangles or lines over shared vertices.
 *
 * @param positions 3 × vertexCount, xyz, metres, plan axes, z up; owned by this record
 * @param normals 3 × vertexCount, unit vectors; empty for lines
 * @param indices 3 per triangle (counter-clockwise from outside), 2 per line
 */
@SuppressWarnings("ArrayRecordComponent") // flat on purpose, as it is written
public record MeshPrimitive(Topology topology, double[] positions, float[] normals, int[] indices) {
  /** What the indices join. */
  public enum Topology {
    TRIANGLES,
    LINES
  }

  public MeshPrimitive {
    boolean lines = topology == Topology.LINES;
    if (positions.length % 3 != 0 || indices.length % (lines ? 2 : 3) != 0) {
      throw new IllegalArgumentException("Positions come in threes, indices in whole pieces");
    }
    if (!lines && normals.length != positions.length) {
      throw new IllegalArgumentException("Triangles have a normal a vertex");
    }
  }

  public int vertexCount() {
    return positions.length / 3;
  }
}
