package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.TagReader;
import java.util.List;

/** LINE: two points in world coordinates. */
final class Line extends Entity {
  private final Point3 start = new Point3();
  private final Point3 end = new Point3();

  @Override
  public String type() {
    return "LINE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> start.take(code, tag.number());
      case 11, 21, 31 -> end.take(code, tag.number());
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var a = start.toVec3();
    var b = end.toVec3();
    if (a.equals(b)) {
      return Result.degenerate("A line without length");
    }
    return Result.of(
        new Path(
            List.of(Segment.Polyline.between(a, b)),
            false,
            Stroke.THIN,
            drawnThickness(),
            appearance(scope),
            source()));
  }
}
