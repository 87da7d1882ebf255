package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Angle;
import java.util.List;

/** CIRCLE: centre in OCS, and radius. */
final class Circle extends Entity {
  private final Point3 center = new Point3();
  private double radius;

  @Override
  public String type() {
    return "CIRCLE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> center.take(code, tag.number());
      case 40 -> radius = tag.number();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    if (radius == 0) {
      return Result.degenerate("A circle without radius");
    }
    var ocs = ocs();
    double r = Math.abs(radius);
    var circle =
        new Segment.EllipticArc(
            ocs.toWorld(center.toVec3()), ocs.x().times(r), ocs.y().times(r), 0, Angle.TURN);
    return Result.of(
        new Path(
            List.of(circle), true, Stroke.THIN, drawnThickness(), appearance(scope), source()));
  }
}
