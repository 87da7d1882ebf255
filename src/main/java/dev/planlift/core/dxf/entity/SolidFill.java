package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/** SOLID and TRACE: a filled triangle or quadrangle in OCS; its corners come in zigzag order. */
final class SolidFill extends Entity {
  private final String type;
  private final Corners corners = new Corners();

  SolidFill(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    corners.take(code, tag);
  }

  @Override
  public Result convert(Scope scope) {
    var ring = new ArrayList<Vec3>();
    for (int i : new int[] {0, 1, 3, 2}) {
      var given = corners.get(i);
      // Planar: the first corner's elevation is that of all.
      var corner = new Vec3(given.x(), given.y(), corners.get(0).z());
      if (!ring.contains(corner)) {
        ring.add(corner);
      }
    }
    if (ring.size() < 3) {
      return Result.degenerate("A filled area of " + ring.size() + " corners");
    }
    var ocs = ocs();
    var xyz = new double[3 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      var p = ocs.toWorld(ring.get(i));
      xyz[3 * i] = p.x();
      xyz[3 * i + 1] = p.y();
      xyz[3 * i + 2] = p.z();
    }
    return Result.of(
        new FilledRegion(
            List.of(List.of(new Segment.Polyline(xyz))),
            new FilledRegion.Fill.Solid(),
            drawnThickness(),
            appearance(scope),
            source()));
  }
}
