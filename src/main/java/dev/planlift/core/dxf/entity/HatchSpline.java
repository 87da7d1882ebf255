package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** A spline in a hatch's boundary: by control points, else by the points it runs through. */
final class HatchSpline implements HatchEdge {
  private final CurveControls curve = new CurveControls();
  private final VertexRow fitPoints = new VertexRow();
  private final Point3 startTangent = new Point3();
  private final Point3 endTangent = new Point3();
  private boolean bare = true;

  @Override
  public boolean isBare() {
    return bare;
  }

  @Override
  public void take(int code, TagReader tag) {
    bare = false;
    switch (code) {
      case 10, 20 -> curve.coordinate(code / 10 - 1, tag.number());
      case 40 -> curve.knots.add(tag.number());
      case 42 -> curve.weights.add(tag.number());
      case 94 -> curve.degree = tag.integer();
      case 11 -> fitPoints.x(tag.number());
      case 21 -> fitPoints.set(1, tag.number());
      case 12 -> startTangent.x = tag.number();
      case 22 -> startTangent.y = tag.number();
      case 13 -> endTangent.x = tag.number();
      case 23 -> endTangent.y = tag.number();
      default -> {}
    }
  }

  @Override
  public List<Segment> segments(double elevation, Ocs ocs) {
    var lift = ocs.asMap().after(Affine3.translation(new Vec3(0, 0, elevation)));
    var controlled = curve.nurbs();
    List<Segment> flat =
        controlled.isPresent()
            ? List.of(controlled.get())
            : FitCurve.through(fitPoints.toArray(), startTangent.toVec3(), endTangent.toVec3());
    return flat.stream().map(piece -> piece.transformed(lift)).toList();
  }
}
