package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import java.util.List;
import java.util.function.Function;

/** The groups of an AcDbSpline: flags, degree, knots, weights, control points, fit points. */
final class SplineShape {
  private static final int CLOSED = 1;

  /** Ends nearer than this share of their coordinates meet. */
  private static final double MEETING = 1e-6;

  private final CurveControls curve = new CurveControls();
  private final VertexRow fitPoints = new VertexRow();
  private final Point3 startTangent = new Point3();
  private final Point3 endTangent = new Point3();
  private int flags;

  void take(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> curve.coordinate(code / 10 - 1, tag.number());
      case 40 -> curve.knots.add(tag.number());
      case 41 -> curve.weights.add(tag.number());
      case 70 -> flags = tag.integer();
      case 71 -> curve.degree = tag.integer();
      case 11 -> fitPoints.x(tag.number());
      case 21, 31 -> fitPoints.set(code / 10 - 1, tag.number());
      case 12, 22, 32 -> startTangent.take(code, tag.number());
      case 13, 23, 33 -> endTangent.take(code, tag.number());
      default -> {}
    }
  }

  /** Whether nothing is known that makes a curve. */
  boolean isEmpty() {
    return curve.isEmpty() && fitPoints.size() < 2;
  }

  Result convert(Function<List<Segment>, Path> drawn) {
    var nurbs = curve.nurbs();
    if (nurbs.isEmpty()) {
      return fitted(drawn);
    }
    var path = drawn.apply(List.of(nurbs.get()));
    if (curve.isThinned()) {
      return Result.approximated(
          List.of(path), "ENTITY_BUDGET", "A spline drawn over a part of its control points");
    }
    return curve.repair().isEmpty()
        ? Result.of(path)
        : Result.approximated(
            List.of(path),
            "SPLINE_REPAIRED",
            "The spline's " + curve.repair() + " do not fit its control points");
  }

  private Result fitted(Function<List<Segment>, Path> drawn) {
    var xyz = fitPoints.toArray();
    var through =
        (flags & CLOSED) != 0
            ? FitCurve.around(xyz)
            : FitCurve.through(xyz, startTangent.toVec3(), endTangent.toVec3());
    if (through.isEmpty()) {
      return Result.degenerate("A spline of one point or none");
    }
    var path = drawn.apply(through);
    return fitPoints.isThinned()
        ? Result.approximated(
            List.of(path), "ENTITY_BUDGET", "A spline through a part of its points")
        : Result.of(path);
  }

  /** Closed where the flag says so and the ends do meet: knots and points decide, not the flag. */
  boolean isClosed(List<Segment> segments) {
    var start = segments.getFirst().start();
    double gap = start.distance(segments.getLast().end());
    double size = 1 + Math.abs(start.x()) + Math.abs(start.y()) + Math.abs(start.z());
    return (flags & CLOSED) != 0 && gap <= MEETING * size;
  }
}
