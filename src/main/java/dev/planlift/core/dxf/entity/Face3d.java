package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Face;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;

/** 3DFACE: three or four corners in world coordinates, in order. */
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
    return ring.size() < 3
        ? Result.degenerate("A face of " + ring.size() + " corners")
        : Result.of(new Face(ring, appearance(scope), source()));
  }
}
