package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** A box that holds an item; of a curve, that of its control points or of its whole ellipse. */
final class ItemBounds {
  private ItemBounds() {}

  /** Of a text, its middle; of an instance, where its symbol's zero is. */
  static Box of(DrawingItem item) {
    return switch (item) {
      case Path path -> of(path.segments()).with(extruded(of(path.segments()), path.extrusion()));
      case FilledRegion region ->
          region.loops().stream().map(ItemBounds::of).reduce(Box.EMPTY, Box::with, Box::with);
      case Face face -> around(face.corners());
      case ImageFrame frame -> around(frame.corners());
      case SurfaceMesh mesh -> around(mesh.positions());
      case TextLabel label -> Box.EMPTY.with(label.center());
      case MeasuredDimension dimension -> Box.EMPTY.with(dimension.from()).with(dimension.to());
      case SymbolInstance instance -> Box.EMPTY.with(instance.placement().origin());
    };
  }

  private static Box extruded(Box box, Vec3 by) {
    return box.isEmpty() ? box : new Box(box.min().plus(by), box.max().plus(by));
  }

  static Box of(List<Segment> segments) {
    var box = Box.EMPTY;
    for (var segment : segments) {
      box =
          box.with(
              switch (segment) {
                case Segment.Polyline line -> around(line.xyz());
                case Segment.Nurbs nurbs -> around(nurbs.controls());
                case Segment.CubicBezier b -> around(List.of(b.p0(), b.p1(), b.p2(), b.p3()));
                case Segment.EllipticArc arc -> around(arc);
              });
    }
    return box;
  }

  private static Box around(Segment.EllipticArc arc) {
    var reach =
        new Vec3(
            Math.hypot(arc.u().x(), arc.v().x()),
            Math.hypot(arc.u().y(), arc.v().y()),
            Math.hypot(arc.u().z(), arc.v().z()));
    return new Box(arc.center().minus(reach), arc.center().plus(reach));
  }

  static Box around(List<Vec3> corners) {
    return corners.stream().reduce(Box.EMPTY, Box::with, Box::with);
  }

  private static Box around(double[] xyz) {
    var box = Box.EMPTY;
    for (int i = 0; i + 2 < xyz.length; i += 3) {
      box = box.with(new Vec3(xyz[i], xyz[i + 1], xyz[i + 2]));
    }
    return box;
  }
}
