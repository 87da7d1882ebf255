package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** Whether every number of an item can be reckoned with. */
final class Finiteness {
  /** Beyond this neighbouring doubles lie more than a tenth apart: no drawing is there. */
  static final double LIMIT = 1e15;

  private Finiteness() {}

  static boolean holds(List<? extends DrawingItem> items) {
    // Loops, not streams: all that is drawn comes by here.
    for (var item : items) {
      if (!holds(item)) {
        return false;
      }
    }
    return true;
  }

  static boolean holds(DrawingItem item) {
    return switch (item) {
      case Path path ->
          segmentsHold(path.segments())
              && holds(path.extrusion())
              && holds(path.stroke().startWidth())
              && holds(path.stroke().endWidth());
      case FilledRegion region ->
          region.loops().stream().allMatch(Finiteness::segmentsHold) && holds(region.extrusion());
      case Face face -> face.corners().stream().allMatch(Finiteness::holds);
      case SurfaceMesh mesh -> holds(mesh.positions());
      case TextLabel label ->
          holds(label.center())
              && holds(label.direction())
              && holds(label.height())
              && holds(label.width());
      case MeasuredDimension dimension ->
          holds(dimension.from())
              && holds(dimension.to())
              && holds(dimension.measured())
              && holds(dimension.picture());
      case SymbolInstance instance -> holds(instance.placement()) && holds(instance.attributes());
      case ImageFrame frame -> frame.corners().stream().allMatch(Finiteness::holds);
    };
  }

  private static boolean segmentsHold(List<Segment> segments) {
    for (var segment : segments) {
      if (!holds(segment)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Segment segment) {
    return switch (segment) {
      case Segment.Polyline line -> holds(line.xyz());
      case Segment.EllipticArc arc ->
          holds(arc.center())
              && holds(arc.u())
              && holds(arc.v())
              && holds(arc.startRad())
              && holds(arc.sweepRad());
      case Segment.CubicBezier curve ->
          holds(curve.p0()) && holds(curve.p1()) && holds(curve.p2()) && holds(curve.p3());
      case Segment.Nurbs curve ->
          holds(curve.knots()) && holds(curve.controls()) && holds(curve.weights());
    };
  }

  private static boolean holds(Affine3 map) {
    return holds(map.xAxis()) && holds(map.yAxis()) && holds(map.zAxis()) && holds(map.origin());
  }

  private static boolean holds(double[] values) {
    for (double value : values) {
      if (!holds(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Vec3 p) {
    return holds(p.x()) && holds(p.y()) && holds(p.z());
  }

  private static boolean holds(double value) {
    return Math.abs(value) <= LIMIT; // false for NaN
  }
}
