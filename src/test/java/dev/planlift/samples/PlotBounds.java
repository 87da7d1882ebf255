package dev.planlift.samples;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** How much paper a drawn item needs. */
final class PlotBounds {
  private PlotBounds() {}

  static Box of(DrawingItem item) {
    return switch (item) {
      case Path path -> of(path.segments());
      case FilledRegion region ->
          region.loops().stream()
              .filter(loop -> !loop.isEmpty())
              .map(PlotBounds::of)
              .reduce(Box.EMPTY, Box::with, Box::with);
      case TextLabel label -> {
        var reach = new Vec3(label.width() / 2, label.height(), 0);
        yield Box.EMPTY.with(label.center().minus(reach)).with(label.center().plus(reach));
      }
      default -> Box.EMPTY;
    };
  }

  private static Box of(List<Segment> segments) {
    var box = Box.EMPTY;
    for (var segment : segments) {
      var line = CurveFlattening.flatten(segment, Double.MAX_VALUE);
      for (int i = 0; i < line.size(); i++) {
        box = box.with(line.vertex(i));
      }
    }
    return box;
  }
}
