package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** A line, circular arc or elliptic arc in a hatch's boundary. */
final class HatchConic implements HatchEdge {
  private static final int LINE = 1;
  private static final int ARC = 2;
  private static final int ELLIPSE = 3;

  private final int kind;
  private double x;
  private double y;
  private double secondX;
  private double secondY;
  private double size;
  private double startDegrees;
  private double endDegrees;
  private boolean counterClockwise = true;
  private boolean bare = true;

  HatchConic(int kind) {
    this.kind = kind;
  }

  @Override
  public boolean isBare() {
    return bare;
  }

  @Override
  public void take(int code, TagReader tag) {
    bare = false;
    switch (code) {
      case 10 -> x = tag.number();
      case 20 -> y = tag.number();
      case 11 -> secondX = tag.number();
      case 21 -> secondY = tag.number();
      case 40 -> size = tag.number();
      case 50 -> startDegrees = tag.number();
      case 51 -> endDegrees = tag.number();
      case 73 -> counterClockwise = tag.integer() != 0;
      default -> {}
    }
  }

  @Override
  public List<Segment> segments(double elevation, Ocs ocs) {
    return switch (kind) {
      case LINE -> line(elevation, ocs);
      case ARC -> arc(elevation, ocs, new Vec3(size, 0, 0), 1);
      case ELLIPSE -> arc(elevation, ocs, new Vec3(secondX, secondY, 0), size);
      default -> List.of();
    };
  }

  private List<Segment> line(double elevation, Ocs ocs) {
    if (x == secondX && y == secondY) {
      return List.of();
    }
    return List.of(
        Segment.Polyline.between(
            ocs.toWorld(x, y, elevation), ocs.toWorld(secondX, secondY, elevation)));
  }

  /** Clockwise edges count their angles clockwise, too. */
  private List<Segment> arc(double elevation, Ocs ocs, Vec3 major, double ratio) {
    double sweep = Arc.sweepRad(startDegrees, endDegrees);
    if (major.length() == 0 || ratio == 0 || sweep == 0) {
      return List.of();
    }
    double start = parameter(Math.toRadians(startDegrees), ratio);
    if (sweep < Angle.TURN) {
      sweep = Angle.positive(parameter(Math.toRadians(endDegrees), ratio) - start);
    }
    double sign = counterClockwise ? 1 : -1;
    return List.of(
        new Segment.EllipticArc(
            ocs.toWorld(x, y, elevation),
            ocs.toWorld(major),
            ocs.toWorld(new Vec3(-major.y() * ratio, major.x() * ratio, 0)),
            sign * start,
            sign * sweep));
  }

  /** The ellipse's parameter at an angle from its major axis. */
  private static double parameter(double angleRad, double ratio) {
    return ratio == 1 ? angleRad : Math.atan2(Math.sin(angleRad) / ratio, Math.cos(angleRad));
  }
}
