package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Angle;
import java.util.List;

/** ARC: centre in OCS, radius, start and end angle in degrees, counter-clockwise. */
final class Arc extends Entity {
  private final Point3 center = new Point3();
  private double radius;
  private double startDegrees;
  private double endDegrees = 360;

  @Override
  public String type() {
    return "ARC";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> center.take(code, tag.number());
      case 40 -> radius = tag.number();
      case 50 -> startDegrees = tag.number();
      case 51 -> endDegrees = tag.number();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    double sweep = sweepRad(startDegrees, endDegrees);
    if (radius == 0 || sweep == 0) {
      return Result.degenerate("An arc without length");
    }
    var ocs = ocs();
    double r = Math.abs(radius);
    var arc =
        new Segment.EllipticArc(
            ocs.toWorld(center.toVec3()),
            ocs.x().times(r),
            ocs.y().times(r),
            Math.toRadians(startDegrees),
            sweep);
    boolean full = sweep == Angle.TURN;
    return Result.of(
        new Path(List.of(arc), full, Stroke.THIN, drawnThickness(), appearance(scope), source()));
  }

  /** Counter-clockwise from one angle to the other; a whole turn between 0 and 360. */
  static double sweepRad(double startDegrees, double endDegrees) {
    if (startDegrees == endDegrees) {
      return 0;
    }
    double degrees = (endDegrees - startDegrees) % 360;
    degrees = degrees < 0 ? degrees + 360 : degrees;
    return degrees == 0 || degrees == 360 ? Angle.TURN : Math.toRadians(degrees);
  }
}
