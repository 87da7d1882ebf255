package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The line work of a page as far as its class depends on it: straight lines that are long enough to
 * be part of something, long curves, doors. Source units. One use, one thread.
 */
final class PageLines {
  /** Shares of {@link #size}. */
  private static final double LONG = 0.012;

  private static final double WINDING = 0.05;

  private static final double A3 = 1190;

  private static final double LARGEST_SHEET = 3500;

  /** A leaf is no shorter than this part of what is long. */
  private static final double LEAF = 0.3;

  private static final int MOST_READ = 200_000;

  /** So many of the longest lines tell as much as all. */
  private static final int MOST = 12_000;

  /** What is drawn in more pieces than this to its length is a curve. */
  private static final int PIECES = 12;

  /** Doors of one plan differ no more than by this factor. */
  private static final double ALIKE = 2;

  private static final double LARGEST_DOOR = 0.2;

  private final PaperSwings swings = new PaperSwings();
  private final List<LineWork.Line> read = new ArrayList<>();
  private final List<Bent> bents = new ArrayList<>();
  private final Envelope extents = new Envelope();

  /** A line that turns and turns. */
  private record Bent(double size, double length) {}

  static PageLines of(List<DrawingItem> items) {
    var lines = new PageLines();
    for (var item : items) {
      if (item.appearance().layer().visible()) {
        switch (item) {
          case Path path when !path.auxiliary() -> lines.add(path);
          case FilledRegion region -> region.loops().forEach(loop -> lines.add(loop, true));
          default -> {}
        }
      }
    }
    return lines;
  }

  private void add(Path path) {
    swings.add(path);
    add(path.segments(), path.closed());
    bent(path.segments());
  }

  private void add(List<Segment> segments, boolean closed) {
    for (var segment : segments) {
      if (segment instanceof Segment.Polyline line) {
        for (int i = 1; i < line.size(); i++) {
          add(line.vertex(i - 1), line.vertex(i));
        }
      } else {
        extents.expandToInclude(segment.start().x(), segment.start().y());
        extents.expandToInclude(segment.end().x(), segment.end().y());
      }
    }
    if (closed && !segments.isEmpty()) {
      add(segments.getLast().end(), segments.getFirst().start());
    }
  }

  private void add(Vec3 from, Vec3 to) {
    extents.expandToInclude(from.x(), from.y());
    extents.expandToInclude(to.x(), to.y());
    if (read.size() < MOST_READ && from.distance(to) > 1e-6) {
      read.add(
          new LineWork.Line(new Coordinate(from.x(), from.y()), new Coordinate(to.x(), to.y()), 0));
    }
  }

  private void bent(List<Segment> segments) {
    var box = new Envelope();
    double length = 0;
    int pieces = 0;
    for (var segment : segments) {
      if (segment instanceof Segment.Polyline line) {
        for (int i = 0; i < line.size(); i++) {
          box.expandToInclude(line.vertex(i).x(), line.vertex(i).y());
          length += i > 0 ? line.vertex(i).distance(line.vertex(i - 1)) : 0;
        }
        pieces += line.size() - 1;
      } else {
        box.expandToInclude(segment.start().x(), segment.start().y());
        box.expandToInclude(segment.end().x(), segment.end().y());
        length += segment.start().distance(segment.end());
        pieces += PIECES;
      }
    }
    if (pieces >= PIECES) {
      bents.add(new Bent(Math.max(box.getWidth(), box.getHeight()), length));
    }
  }

  /**
   * What lengths are shares of: the longer side of what is drawn; of large sheets that of an A3,
   * for on them as much more is drawn, no larger; what is beyond any sheet is a small one in other
   * units.
   */
  double size() {
    double longer = extents.isNull() ? 0 : Math.max(extents.getWidth(), extents.getHeight());
    return longer > LARGEST_SHEET ? longer : Math.min(longer, A3);
  }

  /** The longest lines, none of them a crumb. */
  List<LineWork.Line> longLines() {
    double least = LONG * size();
    return read.stream()
        .filter(line -> line.length() >= least)
        .sorted(Comparator.comparingDouble((LineWork.Line line) -> -line.length()))
        .limit(MOST)
        .toList();
  }

  /** The length of large curves together. */
  double windingLength() {
    return bents.stream()
        .filter(bent -> bent.size() >= WINDING * size())
        .mapToDouble(Bent::length)
        .sum();
  }

  /** Leaves with the quarter circle that they sweep, of a size that doors on a page have. */
  int doors() {
    if (swings.isEmpty()) {
      return 0;
    }
    double leaf = LEAF * LONG * size();
    var leaves = read.stream().filter(line -> line.length() >= leaf).toList();
    var radii = swings.radii(new LineIndex(leaves));
    int most = 0;
    for (int i = 0, from = 0; i < radii.length; i++) {
      while (radii[from] < radii[i] / ALIKE) {
        from++;
      }
      boolean small = radii[i] < LARGEST_DOOR * size();
      most = small ? Math.max(most, i - from + 1) : most;
    }
    return most;
  }
}
