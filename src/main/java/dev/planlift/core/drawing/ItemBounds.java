package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** A box that holds an item; of a curve with control points, that of all of them. */
public final class ItemBounds {
  private ItemBounds() {}

  /** Of a text, its middle; of an instance, where its symbol's zero is. */
  public static Box of(DrawingItem item) {
    return switch (item) {
      case Path path -> of(path.segments()).with(extruded(of(path.segments()), path.extrusion()));
      case FilledRegion region ->
          region.loops().stream().map(ItemBounds::of).reduce(Box.EMPTY, Box::with, Box::with);
      case Face face -> Box.around(face.corners());
      case ImageFrame frame -> Box.around(frame.corners());
      case SurfaceMesh mesh -> Box.around(mesh.positions());
      case TextLabel label -> Box.EMPTY.with(label.center());
      case MeasuredDimension dimension -> Box.EMPTY.with(dimension.from()).with(dimension.to());
      case SymbolInstance instance -> Box.EMPTY.with(instance.placement().origin());
    };
  }

  private static Box extruded(Box box, Vec3 by) {
    return box.isEmpty() ? box : new Box(box.min().plus(by), box.max().plus(by));
  }

  static Box of(List<Segment> segments) {
    return segments.stream().map(Segment::bounds).reduce(Box.EMPTY, Box::with, Box::with);
  }
}
