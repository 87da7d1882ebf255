package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec3;
import java.util.Optional;

/** An edge of a hatch's boundary: line, circular arc, elliptic arc or spline. */
final class HatchEdge {
  private static final int LINE = 1;
  private static final int ARC = 2;
  private static final int ELLIPSE = 3;
  private static final int SPLINE = 4;

  private final int kind;
  private final Point3 first = new Point3();
  private final Point3 second = new Point3();
  private final CurveControls curve = new CurveControls();
  private final Doubles fitPoints = new Doubles();
  private double size;
  private double startDegrees;
  private double endDegrees;
  private boolean counterClockwise = true;
  private boolean bare = true;

  /**
   * An edge whose groups are still to come.
   *
   * @param kind its group 72
   */
  HatchEdge(int kind) {
    this.kind = kind;
  }

  /** Whether nothing but its kind is known. */
  boolean isBare() {
    return bare;
  }

  void take(int code, TagReader tag) {
    bare = false;
    if (kind == SPLINE) {
      takeSpline(code, tag);
      return;
    }
    switch (code) {
      case 10 -> first.x = tag.number();
      case 20 -> first.y = tag.number();
      case 11 -> second.x = tag.number();
      case 21 -> second.y = tag.number();
      case 40 -> size = tag.number();
      case 50 -> startDegrees = tag.number();
      case 51 -> endDegrees = tag.number();
      case 73 -> counterClockwise = tag.integer() != 0;
      default -> {}
    }
  }

  private void takeSpline(int code, TagReader tag) {
    switch (code) {
      case 10, 20 -> curve.coordinate(code / 10 - 1, tag.number());
      case 40 -> curve.knots.add(tag.number());
      case 42 -> curve.weights.add(tag.number());
      case 94 -> curve.degree = tag.integer();
      case 11 -> {
        fitPoints.add(tag.number());
        fitPoints.add(0);
        fitPoints.add(0);
      }
      case 21 -> fitPoints.setFromLast(2, tag.number());
      default -> {}
    }
  }

  /** The edge in world coordinates; empty where it has no length. */
  Optional<Segment> segment(double elevation, Ocs ocs) {
    return switch (kind) {
      case LINE -> line(elevation, ocs);
      case ARC -> arc(elevation, ocs, new Vec3(size, 0, 0), 1);
      case ELLIPSE -> arc(elevation, ocs, new Vec3(second.x, second.y, 0), size);
      case SPLINE -> spline(elevation, ocs);
      default -> Optional.empty();
    };
  }

  private Optional<Segment> line(double elevation, Ocs ocs) {
    if (first.x == second.x && first.y == second.y) {
      return Optional.empty();
    }
    return Optional.of(
        Segment.Polyline.between(
            ocs.toWorld(first.x, first.y, elevation), ocs.toWorld(second.x, second.y, elevation)));
  }

  /** Clockwise edges count their angles clockwise, too. */
  private Optional<Segment> arc(double elevation, Ocs ocs, Vec3 major, double ratio) {
    double sweep = Arc.sweepRad(startDegrees, endDegrees);
    if (major.length() == 0 || ratio == 0 || sweep == 0) {
      return Optional.empty();
    }
    double start = parameter(Math.toRadians(startDegrees), ratio);
    if (sweep < Angle.TURN) {
      sweep = Angle.positive(parameter(Math.toRadians(endDegrees), ratio) - start);
    }
    double sign = counterClockwise ? 1 : -1;
    return Optional.of(
        new Segment.EllipticArc(
            ocs.toWorld(first.x, first.y, elevation),
            ocs.toWorld(major),
            ocs.toWorld(new Vec3(-major.y() * ratio, major.x() * ratio, 0)),
            sign * start,
            sign * sweep));
  }

  /** The ellipse's parameter at an angle from its major axis. */
  private static double parameter(double angleRad, double ratio) {
    return ratio == 1 ? angleRad : Math.atan2(Math.sin(angleRad) / ratio, Math.cos(angleRad));
  }

  private Optional<Segment> spline(double elevation, Ocs ocs) {
    var flat = curve.nurbs();
    if (flat.isPresent()) {
      var lift = ocs.asMap().after(Affine3.translation(up(elevation)));
      return Optional.of(flat.get().transformed(lift));
    }
    if (fitPoints.size() < 6) {
      return Optional.empty();
    }
    var xyz = fitPoints.toArray();
    for (int i = 0; i < xyz.length; i += 3) {
      var p = ocs.toWorld(xyz[i], xyz[i + 1], elevation);
      xyz[i] = p.x();
      xyz[i + 1] = p.y();
      xyz[i + 2] = p.z();
    }
    return Optional.of(new Segment.Polyline(xyz));
  }

  private static Vec3 up(double elevation) {
    return new Vec3(0, 0, elevation);
  }

  /** The same segment run through from its end. */
  static Segment reversed(Segment segment) {
    return switch (segment) {
      case Segment.Polyline line -> new Segment.Polyline(reversed(line.xyz(), 3));
      case Segment.EllipticArc arc ->
          new Segment.EllipticArc(
              arc.center(), arc.u(), arc.v(), arc.startRad() + arc.sweepRad(), -arc.sweepRad());
      case Segment.CubicBezier c -> new Segment.CubicBezier(c.p3(), c.p2(), c.p1(), c.p0());
      case Segment.Nurbs n ->
          new Segment.Nurbs(
              n.degree(), mirrored(n.knots()), reversed(n.controls(), 3), reversed(n.weights(), 1));
    };
  }

  private static double[] reversed(double[] values, int stride) {
    var turned = new double[values.length];
    for (int i = 0; i < values.length; i += stride) {
      System.arraycopy(values, i, turned, values.length - stride - i, stride);
    }
    return turned;
  }

  private static double[] mirrored(double[] knots) {
    var turned = new double[knots.length];
    double sum = knots[0] + knots[knots.length - 1];
    for (int i = 0; i < knots.length; i++) {
      turned[i] = sum - knots[knots.length - 1 - i];
    }
    return turned;
  }
}
