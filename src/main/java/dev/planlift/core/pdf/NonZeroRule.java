package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Segment;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Areas that are filled by the non-zero winding number rule, as loops that bound the same area by
 * the even-odd rule. PDF 32000-1, §8.5.3.3.
 */
final class NonZeroRule {
  /** Beyond so many subpaths they are hatches and the like, which lie side by side. */
  private static final int MOST_SUBPATHS = 500;

  /** The time that the joining of areas takes grows with the square of their vertices. */
  private static final int MOST_VERTICES = 4000;

  private NonZeroRule() {}

  /**
   * The subpaths of an area.
   *
   * @param subpaths of the path as they were drawn
   * @param path the same in the page's default user space
   */
  static List<Subpath> loops(List<Subpath> subpaths, Path2D path, AffineTransform toShown) {
    if (!overlap(subpaths) || !isSimple(subpaths)) {
      return subpaths;
    }
    var loops = new ArrayList<Subpath>();
    var current = new SubpathBuilder();
    var at = new double[6];
    for (var i = new Area(path).getPathIterator(toShown); !i.isDone(); i.next()) {
      switch (i.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> current.start(at[0], at[1]);
        case PathIterator.SEG_LINETO -> current.line(at[0], at[1]);
        case PathIterator.SEG_CUBICTO -> current.curve(at, 0);
        case PathIterator.SEG_CLOSE -> current.finish(true).ifPresent(loops::add);
        default -> throw new IllegalStateException("A path of lines and cubic curves has others");
      }
    }
    return loops.isEmpty() ? subpaths : loops;
  }

  /** Whether there are few vertices, each with a place. */
  private static boolean isSimple(List<Subpath> subpaths) {
    long vertices = 0;
    for (var subpath : subpaths) {
      for (var segment : subpath.segments()) {
        vertices += segment instanceof Segment.Polyline line ? line.size() : 1;
      }
      if (vertices > MOST_VERTICES || !subpath.isFinite()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the boxes of two of them have something in common: only then do the rules differ. */
  private static boolean overlap(List<Subpath> subpaths) {
    if (subpaths.size() < 2 || subpaths.size() > MOST_SUBPATHS) {
      return false;
    }
    var sorted = new ArrayList<>(subpaths);
    sorted.sort(Comparator.comparingDouble(s -> s.bounds().min().x()));
    for (int i = 0; i < sorted.size(); i++) {
      var one = sorted.get(i).bounds();
      for (int j = i + 1; j < sorted.size(); j++) {
        var other = sorted.get(j).bounds();
        if (!(other.min().x() < one.max().x())) {
          break;
        }
        if (other.min().y() < one.max().y() && one.min().y() < other.max().y()) {
          return true;
        }
      }
    }
    return false;
  }
}
