package dev.planlift.core.linework;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the edges of specks that are filled and stroked in one colour: programs that take
 * letters and arrows apart into triangles paint each of them so. The fill stays, and shows all that
 * its edge did.
 */
final class PaintedEdges implements Operation {
  /** No larger on paper than a letter's part, 2.8 mm; the edge of what is larger may be a wall. */
  private static final double SPECK_PT = 8;

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var out = new ArrayList<DrawingItem>(items.size());
    FilledRegion fill = null;
    for (var item : items) {
      if (item instanceof FilledRegion region) {
        fill = isSpeck(region) ? region : null;
        out.add(item);
      } else if (fill == null || !isEdge(item, fill)) {
        fill = null;
        out.add(item);
      }
    }
    return out;
  }

  private static boolean isSpeck(FilledRegion region) {
    return region.fill() instanceof FilledRegion.Fill.Solid
        && region.source() instanceof SourceRef.PageBox place
        && place.box().get(2) - place.box().get(0) <= SPECK_PT
        && place.box().get(3) - place.box().get(1) <= SPECK_PT
        && region.loops().stream().allMatch(PaintedEdges::isAround);
  }

  /** Whether a loop is around anything: a line painted as an area is a line. */
  private static boolean isAround(List<Segment> loop) {
    return loop.size() > 1 || vertices(loop) > 3;
  }

  private static int vertices(List<Segment> loop) {
    return !loop.isEmpty() && loop.getFirst() instanceof Segment.Polyline line ? line.size() : 0;
  }

  private static boolean isEdge(DrawingItem item, @Nullable FilledRegion fill) {
    return fill != null
        && item instanceof Path path
        && path.closed()
        && isAlike(path.appearance(), fill.appearance())
        && path.source() instanceof SourceRef.PageBox edge
        && fill.source() instanceof SourceRef.PageBox area
        && edge.box().get(0) >= area.box().get(0)
        && edge.box().get(1) >= area.box().get(1)
        && edge.box().get(2) <= area.box().get(2)
        && edge.box().get(3) <= area.box().get(3);
  }

  private static boolean isAlike(Appearance a, Appearance b) {
    return a.rgb() == b.rgb() && a.layer().name().equals(b.layer().name());
  }
}
