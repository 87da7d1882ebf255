package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * How far drawn things reach. Each symbol is measured once and its box moved with its instances, so
 * the time is linear in what was read, and a box round turned instances may be somewhat too large.
 */
final class Extents {
  private static final int MAX_DEPTH = 64;

  private final IdentityHashMap<Symbol, Box> known = new IdentityHashMap<>();
  private int depth;

  /** The box round all items, hidden or not; of texts, only their middles. */
  Box of(List<DrawingItem> items) {
    var box = Box.EMPTY;
    for (var item : items) {
      box = box.with(of(item));
    }
    return box;
  }

  private Box of(DrawingItem item) {
    return switch (item) {
      case Path path -> CurveMeasure.bounds(path.segments());
      case FilledRegion region ->
          region.loops().stream().map(CurveMeasure::bounds).reduce(Box.EMPTY, Box::with, Box::with);
      case Face face -> Box.around(face.corners());
      case ImageFrame frame -> Box.around(frame.corners());
      case SurfaceMesh mesh -> Box.around(mesh.positions());
      case TextLabel label -> Box.EMPTY.with(label.center());
      case MeasuredDimension dimension -> of(dimension.picture());
      case SymbolInstance instance -> of(instance);
    };
  }

  private Box of(SymbolInstance instance) {
    var own = of(instance.symbol());
    return own.isEmpty() ? own : moved(own, instance.placement());
  }

  private Box of(Symbol symbol) {
    var box = known.get(symbol);
    if (box == null && depth < MAX_DEPTH) {
      known.put(symbol, Box.EMPTY); // for a symbol that holds itself
      depth++;
      box = of(symbol.items());
      depth--;
      known.put(symbol, box);
    }
    return box == null ? Box.EMPTY : box;
  }

  private static Box moved(Box box, Affine3 by) {
    var moved = Box.EMPTY;
    for (int corner = 0; corner < 8; corner++) {
      var p =
          new Vec3(
              (corner & 1) == 0 ? box.min().x() : box.max().x(),
              (corner & 2) == 0 ? box.min().y() : box.max().y(),
              (corner & 4) == 0 ? box.min().z() : box.max().z());
      moved = moved.with(by.apply(p));
    }
    return moved;
  }
}
