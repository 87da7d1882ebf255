package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.MeasuredDimension.Kind;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec2;
import java.util.Optional;

/**
 * A dimension's definition points in its plane, by their group codes. DXF Reference, DIMENSION; the
 * measurements after ezdxf, {@code entities/dimension.py}.
 *
 * @param form what the group 70 says besides the kind
 * @param turnRad direction of a rotated dimension line
 * @param leanRad direction of oblique extension lines; 0 where they stand upright on the line
 * @param z elevation of the plane
 */
record DimensionPlane(
    Kind kind,
    Form form,
    Vec2 p10,
    Vec2 p13,
    Vec2 p14,
    Vec2 p15,
    Vec2 p16,
    double turnRad,
    double leanRad,
    double z) {
  /** What kinds have besides. */
  enum Form {
    PLAIN,
    /** An angle between two lines that need not meet. */
    BETWEEN_LINES,
    /** A radius with a jog. */
    JOGGED,
    /** An ordinate along x; others are along y. */
    ALONG_X
  }

  private static final double TINY = 1e-12;

  /** A part of a circle: from where the extension lines come and how far it reaches. */
  private record Sector(Vec2 center, double startRad, double sweepRad, Vec2 first, Vec2 second) {}

  /** Length in source units, or radians. */
  double measured() {
    return switch (kind) {
      case LINEAR -> Math.abs(p14.minus(p13).dot(Vec2.ofAngle(turnRad)));
      case ALIGNED -> p13.distance(p14);
      case RADIUS -> form == Form.JOGGED ? p10.distance(p13) : p10.distance(p15);
      case DIAMETER -> p10.distance(p15);
      case ANGULAR -> sector().map(Sector::sweepRad).orElse(0.0);
      case ARC_LENGTH -> sector().map(s -> s.sweepRad * p13.distance(p15)).orElse(0.0);
      case ORDINATE -> {
        var off = p13.minus(p10);
        double turned = off.dot(Vec2.ofAngle(form == Form.ALONG_X ? 0 : Math.PI / 2));
        yield Math.abs(turned);
      }
    };
  }

  void draw(DimensionDrawing drawing) {
    switch (kind) {
      case LINEAR -> linear(drawing, Vec2.ofAngle(turnRad));
      case ALIGNED -> linear(drawing, p14.minus(p13).normalized());
      case RADIUS -> {
        if (form == Form.JOGGED) {
          drawing.jogged(p13, p14, p15);
        } else {
          drawing.radius(p10, p15);
        }
      }
      case DIAMETER -> drawing.diameter(p10, p15);
      case ORDINATE -> drawing.ordinate(p13, p14, form == Form.ALONG_X);
      case ANGULAR, ARC_LENGTH ->
          sector()
              .ifPresent(
                  s -> drawing.arc(s.center, radius(s), s.startRad, s.sweepRad, s.first, s.second));
    }
  }

  private void linear(DimensionDrawing drawing, Vec2 along) {
    var extension = leanRad == 0 ? along.perpendicular() : Vec2.ofAngle(leanRad);
    drawing.linear(p13, p14, p10, along, extension);
  }

  private double radius(Sector sector) {
    return sector.center.distance(form == Form.BETWEEN_LINES ? p16 : p10);
  }

  private Optional<Sector> sector() {
    return form == Form.BETWEEN_LINES ? betweenLines() : aroundPoint();
  }

  /** From one leg to the other, on the side where the arc's point lies. */
  private Optional<Sector> aroundPoint() {
    var a = p13.minus(p15);
    var b = p14.minus(p15);
    if (a.equals(Vec2.ZERO) || b.equals(Vec2.ZERO)) {
      return Optional.empty();
    }
    double sweep = Angle.positive(b.angleRad() - a.angleRad());
    double point = Angle.positive(p10.minus(p15).angleRad() - a.angleRad());
    return Optional.of(
        point <= sweep
            ? new Sector(p15, a.angleRad(), sweep, p13, p14)
            : new Sector(p15, b.angleRad(), Angle.TURN - sweep, p14, p13));
  }

  /** Of the four sectors that two lines make, the one in which the arc's point lies. */
  private Optional<Sector> betweenLines() {
    var a = p14.minus(p13);
    var b = p10.minus(p15);
    double across = a.cross(b);
    if (Math.abs(across) <= TINY * a.length() * b.length()) {
      return Optional.empty();
    }
    var center = p13.plus(a.times(p15.minus(p13).cross(b) / across));
    double point = p16.minus(center).angleRad();
    // The rays before and behind the point: each line gives one of its two directions to each.
    double beforeA = Angle.positive(point - a.angleRad()) % Math.PI;
    double beforeB = Angle.positive(point - b.angleRad()) % Math.PI;
    double start = point - Math.min(beforeA, beforeB);
    double sweep = Math.PI - Math.max(beforeA, beforeB) + Math.min(beforeA, beforeB);
    boolean startsAtA = beforeA < beforeB;
    var first = startsAtA ? outer(center, p13, p14, start) : outer(center, p15, p10, start);
    double end = start + sweep;
    var second = startsAtA ? outer(center, p15, p10, end) : outer(center, p13, p14, end);
    return Optional.of(new Sector(center, start, sweep, first, second));
  }

  /** The end of a line that lies further out along a ray. */
  private static Vec2 outer(Vec2 center, Vec2 a, Vec2 b, double rayRad) {
    var ray = Vec2.ofAngle(rayRad);
    return a.minus(center).dot(ray) > b.minus(center).dot(ray) ? a : b;
  }
}
