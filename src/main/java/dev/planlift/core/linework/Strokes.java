package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Cell;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The single straight lines among a page's items, findable by their ends. Line i is the one of item
 * {@code items[i]}.
 */
final class Strokes {
  /** Cells of this size hold few ends each. */
  private static final double CELL_PT = 4;

  private final int[] items;
  private final Vec2[] from;
  private final Vec2[] to;
  private final Path[] paths;
  private final Map<Long, List<Integer>> ends = new HashMap<>();

  private Strokes(int size) {
    items = new int[size];
    from = new Vec2[size];
    to = new Vec2[size];
    paths = new Path[size];
  }

  /** Those no longer than so many points. */
  static Strokes of(List<DrawingItem> all, double longestPt) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Path path && isStroke(path) && length(path) <= longestPt) {
        found.add(i);
      }
    }
    var strokes = new Strokes(found.size());
    for (int i = 0; i < found.size(); i++) {
      var path = (Path) all.get(found.get(i));
      strokes.items[i] = found.get(i);
      strokes.from[i] = path.segments().getFirst().start().xy();
      strokes.to[i] = path.segments().getFirst().end().xy();
      strokes.paths[i] = path;
      strokes.ends.computeIfAbsent(cell(strokes.from[i]), k -> new ArrayList<>()).add(i);
      strokes.ends.computeIfAbsent(cell(strokes.to[i]), k -> new ArrayList<>()).add(i);
    }
    return strokes;
  }

  private static boolean isStroke(Path path) {
    return !path.auxiliary()
        && path.segments().size() == 1
        && path.segments().getFirst() instanceof Segment.Polyline line
        && line.size() == 2
        && !line.start().equals(line.end());
  }

  private static double length(Path path) {
    var line = path.segments().getFirst();
    return line.start().xy().distance(line.end().xy());
  }

  int size() {
    return items.length;
  }

  int item(int stroke) {
    return items[stroke];
  }

  Vec2 from(int stroke) {
    return from[stroke];
  }

  Vec2 to(int stroke) {
    return to[stroke];
  }

  double length(int stroke) {
    return from[stroke].distance(to[stroke]);
  }

  /** Whether two are drawn by one pen on one layer. */
  boolean alike(int one, int other) {
    return paths[one].appearance().equals(paths[other].appearance());
  }

  Path path(int stroke) {
    return paths[stroke];
  }

  /** Those with an end within a distance of a point, each once for each such end, in order. */
  List<Integer> near(Vec2 point, double distancePt) {
    var found = new ArrayList<Integer>();
    int reach = (int) Math.ceil(distancePt / CELL_PT);
    long x = Math.floorDiv((long) Math.floor(point.x()), (long) CELL_PT);
    long y = Math.floorDiv((long) Math.floor(point.y()), (long) CELL_PT);
    for (long i = x - reach; i <= x + reach; i++) {
      for (long j = y - reach; j <= y + reach; j++) {
        for (int stroke : ends.getOrDefault(Cell.at(i, j), List.of())) {
          if (isNear(stroke, point, distancePt)) {
            found.add(stroke);
          }
        }
      }
    }
    return found;
  }

  private boolean isNear(int stroke, Vec2 point, double distancePt) {
    return isNear(from[stroke], point, distancePt) || isNear(to[stroke], point, distancePt);
  }

  /** Most of a cell's ends are too far in one direction alone. */
  private static boolean isNear(Vec2 end, Vec2 point, double distancePt) {
    return Math.abs(end.x() - point.x()) <= distancePt
        && Math.abs(end.y() - point.y()) <= distancePt
        && end.distance(point) <= distancePt;
  }

  private static long cell(Vec2 p) {
    return Cell.at(
        Math.floorDiv((long) Math.floor(p.x()), (long) CELL_PT),
        Math.floorDiv((long) Math.floor(p.y()), (long) CELL_PT));
  }

  /** The place of several things on a page. */
  static SourceRef around(List<? extends DrawingItem> items) {
    int page = 0;
    double[] box = {
      Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    for (var item : items) {
      if (item.source() instanceof SourceRef.PageBox at) {
        page = at.page();
        for (int i = 0; i < 2; i++) {
          box[i] = Math.min(box[i], at.box().get(i));
          box[i + 2] = Math.max(box[i + 2], at.box().get(i + 2));
        }
      }
    }
    return new SourceRef.PageBox(page, List.of(box[0], box[1], box[2], box[3]));
  }
}
