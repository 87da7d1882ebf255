package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * HELIX: the spline that the program left in it; where that is missing its own numbers: the base
 * point and start point, its axis, top radius, turns, rise of a turn and sense.
 */
final class Helix extends Entity {
  /** Bézier pieces of a turn: off a circle of radius 1 by less than 1e-6. */
  private static final int PIECES = 64;

  private static final double MAX_TURNS = 2000;

  private final SplineShape shape = new SplineShape();
  private final Point3 base = new Point3();
  private final Point3 start = new Point3();
  private final Point3 axis = new Point3();
  private double topRadius;
  private double turns = 1;
  private double rise;
  private boolean rightHanded = true;
  private boolean inHelix;

  @Override
  public String type() {
    return "HELIX";
  }

  /** Behind its marker the codes of the spline before it come again with other meanings. */
  @Override
  void enter(TagReader marker) {
    inHelix = marker.is("AcDbHelix");
  }

  @Override
  void own(int code, TagReader tag) {
    if (!inHelix) {
      shape.take(code, tag);
      return;
    }
    switch (code) {
      case 10, 20, 30 -> base.take(code, tag.number());
      case 11, 21, 31 -> start.take(code, tag.number());
      case 12, 22, 32 -> axis.take(code, tag.number());
      case 40 -> topRadius = tag.number();
      case 41 -> turns = tag.number();
      case 42 -> rise = tag.number();
      case 290 -> rightHanded = tag.integer() != 0;
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    if (!shape.isEmpty()) {
      return shape.convert(
          segments -> new Path(segments, shape.isClosed(segments), appearance(scope), source()));
    }
    var up = axis.toVec3().normalized();
    var out = start.toVec3().minus(base.toVec3());
    out = out.minus(up.times(out.dot(up)));
    if (up.equals(Vec3.ZERO) || !(turns > 0) || out.equals(Vec3.ZERO)) {
      return Result.degenerate("A helix without axis, turns or radius");
    }
    if (turns > MAX_TURNS) {
      return Result.skipped("ENTITY_BUDGET", "A helix of " + turns + " turns");
    }
    return Result.of(new Path(wound(up, out), false, appearance(scope), source()));
  }

  /** Pieces with the helix' own derivatives at their ends. */
  private List<Segment> wound(Vec3 up, Vec3 out) {
    var x = out.normalized();
    var y = up.cross(x).times(rightHanded ? 1 : -1);
    double growth = (topRadius - out.length()) / (turns * Angle.TURN);
    int count = (int) Math.ceil(turns * PIECES);
    double step = turns * Angle.TURN / count;
    var pieces = new ArrayList<Segment>(count);
    for (int i = 0; i < count; i++) {
      double a = i * step;
      double b = (i + 1) * step;
      var from = at(a, x, y, up, out.length() + growth * a);
      var to = at(b, x, y, up, out.length() + growth * b);
      var leaving = slope(a, x, y, up, out.length() + growth * a, growth).times(step / 3);
      var arriving = slope(b, x, y, up, out.length() + growth * b, growth).times(step / 3);
      pieces.add(new Segment.CubicBezier(from, from.plus(leaving), to.minus(arriving), to));
    }
    return pieces;
  }

  private Vec3 at(double angleRad, Vec3 x, Vec3 y, Vec3 up, double radius) {
    return base.toVec3()
        .plus(x.times(radius * Math.cos(angleRad)))
        .plus(y.times(radius * Math.sin(angleRad)))
        .plus(up.times(rise * angleRad / Angle.TURN));
  }

  private Vec3 slope(double angleRad, Vec3 x, Vec3 y, Vec3 up, double radius, double growth) {
    double cos = Math.cos(angleRad);
    double sin = Math.sin(angleRad);
    return x.times(growth * cos - radius * sin)
        .plus(y.times(growth * sin + radius * cos))
        .plus(up.times(rise / Angle.TURN));
  }
}
