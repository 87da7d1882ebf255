package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import java.util.List;

/**
 * POINT: a place of no extent, kept as a path that ends where it begins; with a thickness a line
 * along its extrusion direction. How CAD marks points ($PDMODE, $PDSIZE) follows the size of its
 * window, so that is not drawn.
 */
final class Point extends Entity {
  private final Point3 at = new Point3();

  @Override
  public String type() {
    return "POINT";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> at.take(code, tag.number());
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var foot = at.toVec3();
    var line = Segment.Polyline.between(foot, foot.plus(drawnThickness()));
    return Result.of(new Path(List.of(line), false, appearance(scope), source()));
  }
}
