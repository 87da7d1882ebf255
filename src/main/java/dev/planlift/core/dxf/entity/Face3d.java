package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Face;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.mesh.FaceMesh;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Collections;

/**
 * 3DFACE: three or four corners in world coordinates, in order. Which of its edges are hidden is of
 * no consequence for a face.
 */
final class Face3d extends Entity {
  private final Corners corners = new Corners();

  @Override
  public String type() {
    return "3DFACE";
  }

  @Override
  void own(int code, TagReader tag) {
    corners.take(code, tag);
  }

  @Override
  public Result convert(Scope scope) {
    var ring = new ArrayList<Vec3>();
    for (int i = 0; i < 4; i++) {
      var corner = corners.get(i);
      if (!ring.contains(corner)) {
        ring.add(corner);
      }
    }
    if (ring.size() < 3) {
      return Result.degenerate("A face of " + ring.size() + " corners");
    }
    if (ring.size() == 4) {
      // Faces are cut from their first corner to their third, wherever they are shown.
      Collections.rotate(
          ring, FaceMesh.goodDiagonal(ring.get(0), ring.get(1), ring.get(2), ring.get(3)));
    }
    return Result.of(new Face(ring, appearance(scope), source()));
  }
}
