package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.mesh.FaceMesh;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * 3DFACE: three or four corners in world coordinates, in order. Which of its edges are hidden is of
 * no consequence for a face; one whose corners lie in two places is drawn as the edge between them,
 * if that edge is not hidden.
 */
final class Face3d extends Entity {
  private final Corners corners = new Corners();
  private int invisibleEdges;

  @Override
  public String type() {
    return "3DFACE";
  }

  @Override
  void own(int code, TagReader tag) {
    if (code == 70) {
      invisibleEdges = tag.integer();
    } else {
      corners.take(code, tag);
    }
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
    return switch (ring.size()) {
      case 1 -> Result.degenerate("A face of one corner");
      case 2 -> edge(ring, scope);
      default -> face(ring, scope);
    };
  }

  /** Faces are cut from their first corner to their third, wherever they are shown. */
  private Result face(List<Vec3> ring, Scope scope) {
    if (ring.size() == 4) {
      Collections.rotate(
          ring, FaceMesh.goodDiagonal(ring.get(0), ring.get(1), ring.get(2), ring.get(3)));
    }
    return Result.of(new Face(ring, appearance(scope), source()));
  }

  private Result edge(List<Vec3> ends, Scope scope) {
    if (!edgeIsVisible()) {
      return Result.degenerate("A face of two corners whose edges are invisible");
    }
    var line = Segment.Polyline.between(ends.get(0), ends.get(1));
    return Result.of(new Path(List.of(line), false, appearance(scope), source()));
  }

  /** Bit i of group 70 hides the edge from corner i to the next. DXF Reference, 3DFACE. */
  private boolean edgeIsVisible() {
    for (int i = 0; i < 4; i++) {
      boolean hidden = ((invisibleEdges >> i) & 1) != 0;
      if (!hidden && !corners.get(i).equals(corners.get((i + 1) % 4))) {
        return true;
      }
    }
    return false;
  }
}
