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
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What there is to measure in a drawing, blocks and dimensions taken apart. Source units.
 *
 * @param length of curves by the type of their entities
 * @param extents of curves and faces; empty where there are none
 * @param whole false where there was too much to measure all of it
 */
public record Measures(Map<String, Double> length, Box extents, boolean whole) {
  public Measures {
    length = Collections.unmodifiableMap(new TreeMap<>(length));
  }

  static Measures of(List<DrawingItem> items, Function<SourceRef, String> typeOf) {
    var sum = new Sum(typeOf);
    boolean whole = new Unfolding(sum::add).visit(items);
    return new Measures(sum.length, sum.extents, whole);
  }

  private static final class Sum {
    private final Function<SourceRef, String> typeOf;
    private final Map<String, Double> length = new TreeMap<>();
    private Box extents = Box.EMPTY;

    Sum(Function<SourceRef, String> typeOf) {
      this.typeOf = typeOf;
    }

    void add(DrawingItem item) {
      if (item instanceof Path line && line.auxiliary()) {
        return; // endless: where it ends is our own choice
      }
      extents = extents.with(bounds(item));
      var type = typeOf.apply(item.source());
      double more = length(item, type);
      if (more > 0) {
        length.merge(type, more, Double::sum);
      }
    }
  }

  private static double length(DrawingItem item, String type) {
    return switch (item) {
      case Path path -> CurveMeasure.length(path);
      case Face face -> CurveMeasure.around(face.corners());
      case FilledRegion region when type.equals("SOLID") || type.equals("TRACE") ->
          CurveMeasure.around(corners(region));
      default -> 0;
    };
  }

  private static Box bounds(DrawingItem item) {
    return switch (item) {
      case Path path -> path.isPoint() ? Box.EMPTY : CurveMeasure.bounds(path.segments());
      case Face face -> Box.around(face.corners());
      case SurfaceMesh mesh -> Box.around(mesh.positions());
      case FilledRegion region ->
          region.fill() instanceof FilledRegion.Fill.Solid && region.loops().size() == 1
              ? CurveMeasure.bounds(region.loops().getFirst())
              : Box.EMPTY;
      case TextLabel ignored -> Box.EMPTY;
      case MeasuredDimension ignored -> Box.EMPTY;
      case SymbolInstance ignored -> Box.EMPTY;
      case ImageFrame ignored -> Box.EMPTY;
    };
  }

  private static List<Vec3> corners(FilledRegion region) {
    var corners = new ArrayList<Vec3>();
    for (var segment : region.loops().getFirst()) {
      if (segment instanceof Segment.Polyline line) {
        for (int i = 0; i < line.size(); i++) {
          corners.add(line.vertex(i));
        }
      }
    }
    return corners;
  }
}
