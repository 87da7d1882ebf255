package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ItemBounds;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Box;
import dev.planlift.core.source.SourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The colour of each page, white where no area covers it: what is filled with it hides what lies
 * under it and is nothing itself.
 */
final class Paper {
  private static final int WHITE = 0xFFFFFF;

  /** An area as large in both directions as so much of what is drawn is the page's colour. */
  private static final double COVERS = 0.9;

  /** Of 255; floors are tinted no nearer to the paper. */
  private static final int SAME = 4;

  /** On paper as light as this, white hides as well. */
  private static final int LIGHT = 0xA0;

  /** Its corners, the first again at the end. */
  private static final int BOX = 5;

  private final Map<Integer, Integer> colours = new HashMap<>();

  /**
   * Of the pages that things are drawn on.
   *
   * @param seen in the order drawn
   */
  static Paper of(List<Expansion.Seen> seen) {
    var paper = new Paper();
    if (seen.stream().noneMatch(Paper::isDarkBox)) {
      return paper;
    }
    var drawn = new HashMap<Integer, Box>();
    for (var one : seen) {
      if (one.item().source() instanceof SourceRef.PageBox at) {
        drawn.merge(at.page(), ItemBounds.of(one.item()), Box::with);
      }
    }
    for (var one : seen) {
      if (one.item() instanceof FilledRegion region
          && region.source() instanceof SourceRef.PageBox at
          && isSolidBox(region)
          && covers(ItemBounds.of(region), drawn.getOrDefault(at.page(), Box.EMPTY))) {
        paper.colours.put(at.page(), region.appearance().rgb());
      }
    }
    return paper;
  }

  private static boolean covers(Box area, Box all) {
    return area.size().x() >= COVERS * all.size().x() && area.size().y() >= COVERS * all.size().y();
  }

  private static boolean isDarkBox(Expansion.Seen one) {
    return one.item() instanceof FilledRegion region
        && region.source() instanceof SourceRef.PageBox
        && !isNear(region.appearance().rgb(), WHITE)
        && isSolidBox(region);
  }

  private static boolean isSolidBox(FilledRegion region) {
    return region.fill() instanceof FilledRegion.Fill.Solid
        && region.loops().size() == 1
        && region.loops().getFirst().stream().allMatch(Segment.Polyline.class::isInstance)
        && CurveFlattening.flatten(region.loops().getFirst(), 1).size() <= BOX;
  }

  /** Whether an area only hides what lies under it. */
  boolean isMask(FilledRegion region) {
    if (!(region.source() instanceof SourceRef.PageBox at)
        || !(region.fill() instanceof FilledRegion.Fill.Solid)) {
      return false;
    }
    int paper = colours.getOrDefault(at.page(), WHITE);
    int rgb = region.appearance().rgb();
    return isNear(rgb, paper) || (isNear(rgb, WHITE) && darkest(paper) >= LIGHT);
  }

  private static boolean isNear(int rgb, int other) {
    return Math.abs((rgb >> 16 & 0xFF) - (other >> 16 & 0xFF)) <= SAME
        && Math.abs((rgb >> 8 & 0xFF) - (other >> 8 & 0xFF)) <= SAME
        && Math.abs((rgb & 0xFF) - (other & 0xFF)) <= SAME;
  }

  private static int darkest(int rgb) {
    return Math.min(Math.min(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF), rgb & 0xFF);
  }
}
