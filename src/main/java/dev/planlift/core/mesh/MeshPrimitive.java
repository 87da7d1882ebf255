package dev.planlift.core.mesh;

import java.util.function.Consumer;

/**
 * Triangles or lines over shared vertices.
 *
 * @param positions 3 × vertexCount, xyz, metres, plan axes, z up; owned by this record
 * @param normals 3 × vertexCount, unit vectors; empty for lines
 * @param indices 3 per triangle (counter-clockwise from outside), 2 per line
 * @param ribbons more triangles, which the arrays do not hold; {@link #forEachPiece} shows all
 */
@SuppressWarnings("ArrayRecordComponent") // flat on purpose, as it is written
public record MeshPrimitive(
    Topology topology, double[] positions, float[] normals, int[] indices, Ribbons ribbons) {
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
    if (lines && ribbons.count() > 0) {
      throw new IllegalArgumentException("Ribbons are triangles");
    }
  }

  public MeshPrimitive(Topology topology, double[] positions, float[] normals, int[] indices) {
    this(topology, positions, normals, indices, Ribbons.NONE);
  }

  /** Of the arrays. */
  public int vertexCount() {
    return positions.length / 3;
  }

  /** All triangles, or none where these are lines. */
  public long triangleCount() {
    return topology == Topology.LINES ? 0 : indices.length / 3 + 2 * ribbons.count();
  }

  /**
   * Passes on everything as primitives whose arrays hold it, one after the other.
   *
   * @param visitor is not to keep what it is given
   */
  public void forEachPiece(Consumer<MeshPrimitive> visitor) {
    if (ribbons.count() == 0) {
      visitor.accept(this);
      return;
    }
    if (indices.length > 0) {
      visitor.accept(new MeshPrimitive(topology, positions, normals, indices));
    }
    ribbons.forEachPiece(visitor);
  }
}
