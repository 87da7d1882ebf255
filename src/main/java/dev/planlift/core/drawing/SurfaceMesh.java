package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.source.SourceRef;

/**
 * Triangles in space: polyface, polygon mesh, mesh, planar solid.
 *
 * @param positions 3 × vertexCount, xyz, source units; owned by this record
 * @param triangles 3 × triangleCount indices into positions, counter-clockwise from outside
 */
@SuppressWarnings("ArrayRecordComponent") // flat on purpose, as a mesh is
public record SurfaceMesh(
    double[] positions, int[] triangles, Appearance appearance, SourceRef source)
    implements DrawingItem {
  @Override
  public SurfaceMesh transformed(Affine3 by) {
    var moved =
        positions.length < 6
            ? positions.clone()
            : new Segment.Polyline(positions).transformed(by).xyz();
    return new SurfaceMesh(moved, triangles, appearance, source);
  }

  @Override
  public SurfaceMesh with(Appearance other) {
    return new SurfaceMesh(positions, triangles, other, source);
  }
}
