package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import java.util.List;

/** SPLINE and HELIX: a rational B-spline in world coordinates, or points it runs through. */
final class Spline extends Entity {
  private static final int CLOSED = 1;

  /** Ends nearer than this share of their coordinates meet. */
  private static final double MEETING = 1e-6;

  private final String type;
  private final CurveControls curve = new CurveControls();
  private final Doubles fitPoints = new Doubles();
  private final Point3 startTangent = new Point3();
  private final Point3 endTangent = new Point3();
  private int flags;

  Spline(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    if (type.equals("HELIX") && subclasses() > 2) {
      return; // the same codes as of the spline before it, with other meanings
    }
    switch (code) {
      case 10, 20, 30 -> curve.coordinate(code / 10 - 1, tag.number());
      case 40 -> curve.knots.add(tag.number());
      case 41 -> curve.weights.add(tag.number());
      case 70 -> flags = tag.integer();
      case 71 -> curve.degree = tag.integer();
      case 11 -> {
        fitPoints.add(tag.number());
        fitPoints.add(0);
        fitPoints.add(0);
      }
      case 21 -> fitPoints.setFromLast(2, tag.number());
      case 31 -> fitPoints.setFromLast(1, tag.number());
      case 12 -> startTangent.x = tag.number();
      case 22 -> startTangent.y = tag.number();
      case 32 -> startTangent.z = tag.number();
      case 13 -> endTangent.x = tag.number();
      case 23 -> endTangent.y = tag.number();
      case 33 -> endTangent.z = tag.number();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var nurbs = curve.nurbs();
    if (nurbs.isPresent()) {
      return Result.of(path(List.of(nurbs.get()), scope));
    }
    if (fitPoints.size() < 6) {
      return Result.degenerate("A spline whose knots and control points do not fit its degree");
    }
    var through = FitCurve.through(fitPoints.toArray(), startTangent.toVec3(), endTangent.toVec3());
    return through.isEmpty()
        ? Result.degenerate("A spline whose points are all in one place")
        : Result.approximated(
            List.of(path(through, scope)),
            "FIT_POINTS",
            "A spline given by the points it runs through");
  }

  /** Closed where the flag says so and the ends do meet: knots and points decide, not the flag. */
  private Path path(List<Segment> segments, Scope scope) {
    var start = segments.getFirst().start();
    double gap = start.distance(segments.getLast().end());
    double size = 1 + Math.abs(start.x()) + Math.abs(start.y()) + Math.abs(start.z());
    boolean closed = (flags & CLOSED) != 0 && gap <= MEETING * size;
    return new Path(segments, closed, appearance(scope), source());
  }
}
