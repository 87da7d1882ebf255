package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * ELLIPSE: centre and major axis in world coordinates, axis ratio, start and end parameter in
 * radians, counter-clockwise about the extrusion direction.
 */
final class Ellipse extends Entity {
  private static final double WHOLE = 1e-9;

  private final Point3 center = new Point3();
  private final Point3 majorAxis = new Point3();
  private double ratio = 1;
  private double start;
  private double end = Angle.TURN;

  @Override
  public String type() {
    return "ELLIPSE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> center.take(code, tag.number());
      case 11, 21, 31 -> majorAxis.take(code, tag.number());
      case 40 -> ratio = tag.number();
      case 41 -> start = tag.number();
      case 42 -> end = tag.number();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var u = majorAxis.toVec3();
    if (u.length() == 0 || start == end) {
      return Result.degenerate("An ellipse without length");
    }
    double sweep = Angle.positive(end - start);
    boolean whole = sweep < WHOLE || sweep > Angle.TURN - WHOLE;
    var across = ocs().z().cross(u).normalized();
    if (across.equals(Vec3.ZERO)) {
      return Result.degenerate("An ellipse whose major axis is its extrusion direction");
    }
    var v = across.times(u.length() * ratio);
    var arc =
        new Segment.EllipticArc(
            center.toVec3(), u, v, whole ? 0 : start, whole ? Angle.TURN : sweep);
    return Result.of(
        new Path(List.of(arc), whole, Stroke.THIN, drawnThickness(), appearance(scope), source()));
  }
}
