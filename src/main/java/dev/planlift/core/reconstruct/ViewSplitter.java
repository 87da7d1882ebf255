package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Finds where the views of a sheet lie: groups of lines with empty paper between them. Lines that
 * run through several views (frames, axes, projection lines) hold nothing together, unless two of
 * them run beside each other as the faces of a wall do. One use, one thread; about linear.
 */
final class ViewSplitter {
  /** A line longer than this share of what is drawn holds nothing together by itself. */
  private static final double LONG = 0.45;

  /** A line this long on the edge of all that is drawn belongs to a frame. */
  private static final double FRAME = 0.85;

  private static final double FRAME_MARGIN = 0.03;

  /** Smaller groups are remarks, symbols and details. */
  private static final double MIN_VIEW_M = 2;

  private static final double MIN_VIEW_LENGTH_M = 3;
  private static final int MIN_LINES = 8;

  /** Views keep at least twice this distance. */
  private static final double MARGIN_M = 1;

  private static final int MAX_DEPTH = 3;

  private final LineWork work;
  private final FacedLines faced;
  private final JoinedViews joined;

  ViewSplitter(LineWork work, LineIndex index) {
    this.work = work;
    faced = new FacedLines(work, index);
    joined = new JoinedViews(work, new FacedLines(work, index));
  }

  /** The boxes of the views, local metres; none or one where the sheet cannot be parted. */
  List<Envelope> find() {
    var lines = new ArrayList<>(work.lines());
    for (var area : work.areas()) {
      for (var edge : Rings.edges(area.polygon())) {
        lines.add(new LineWork.Line(edge.a(), edge.b(), area.item()));
      }
    }
    lines.removeIf(line -> work.use(line.item()) == LineWork.Use.OTHER);
    return split(lines, 0);
  }

  private List<Envelope> split(List<LineWork.Line> lines, int depth) {
    var all = new Envelope();
    lines.forEach(line -> expand(all, line));
    var linking = lines.stream().filter(line -> !runsThrough(line, all)).toList();
    var views = new ArrayList<Envelope>();
    var groups = LineGroups.of(linking);
    for (var group : groups) {
      if (isView(group)) {
        var parts = groups.size() > 1 && depth < MAX_DEPTH ? split(group.lines(), depth + 1) : null;
        if (parts != null && parts.size() > 1) {
          views.addAll(parts);
        } else {
          var told = joined.in(group);
          views.addAll(told.size() > 1 ? told : List.of(group.box()));
        }
      }
    }
    return merged(views);
  }

  private static void expand(Envelope box, LineWork.Line line) {
    box.expandToInclude(line.a());
    box.expandToInclude(line.b());
  }

  /** Whether it is as large as a view. */
  static boolean isView(LineGroups.Group group) {
    double width = group.box().getWidth();
    double height = group.box().getHeight();
    return Math.min(width, height) >= MIN_VIEW_M
        && Math.max(width, height) >= MIN_VIEW_LENGTH_M
        && group.lines().size() >= MIN_LINES;
  }

  private boolean runsThrough(LineWork.Line line, Envelope all) {
    double width = Math.abs(line.a().x - line.b().x);
    double height = Math.abs(line.a().y - line.b().y);
    boolean isLong =
        (width > LONG * all.getWidth() && width > height)
            || (height > LONG * all.getHeight() && height > width);
    return isLong && (isFrame(line, width, height, all) || !faced.isFaced(line));
  }

  private static boolean isFrame(LineWork.Line line, double width, double height, Envelope all) {
    boolean acrossX = width > FRAME * all.getWidth();
    boolean acrossY = height > FRAME * all.getHeight();
    double marginX = FRAME_MARGIN * all.getWidth();
    double marginY = FRAME_MARGIN * all.getHeight();
    var middle = line.middle();
    return (acrossX && near(middle.y, all.getMinY(), all.getMaxY(), marginY))
        || (acrossY && near(middle.x, all.getMinX(), all.getMaxX(), marginX));
  }

  private static boolean near(double value, double low, double high, double margin) {
    return value < low + margin || value > high - margin;
  }

  /** Groups that reach into each other are one view. */
  static List<Envelope> merged(List<Envelope> boxes) {
    List<Envelope> merged = new ArrayList<>(boxes);
    int before;
    do {
      before = merged.size();
      merged = mergedOnce(merged);
    } while (merged.size() < before);
    return merged;
  }

  private static List<Envelope> mergedOnce(List<Envelope> boxes) {
    var index = new HPRtree();
    for (int i = 0; i < boxes.size(); i++) {
      index.insert(boxes.get(i), i);
    }
    var groups = new DisjointSets(boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      int one = i;
      var grown = new Envelope(boxes.get(i));
      grown.expandBy(2 * MARGIN_M);
      index.query(
          grown,
          item -> {
            if (item instanceof Integer other) {
              groups.join(one, other);
            }
          });
    }
    var first = new HashMap<Integer, Envelope>();
    var merged = new ArrayList<Envelope>();
    for (int i = 0; i < boxes.size(); i++) {
      var same = first.get(groups.root(i));
      if (same == null) {
        var box = new Envelope(boxes.get(i));
        first.put(groups.root(i), box);
        merged.add(box);
      } else {
        same.expandToInclude(boxes.get(i));
      }
    }
    return merged;
  }

  /** Which view each item lies in: an index into {@code views}, −1 where it lies in none. */
  static int[] viewOfItems(LineWork work, List<Envelope> views, double reachM) {
    var boxes = new HashMap<Integer, Envelope>();
    work.lines().forEach(l -> expand(boxes.computeIfAbsent(l.item(), i -> new Envelope()), l));
    work.areas()
        .forEach(
            area ->
                boxes
                    .computeIfAbsent(area.item(), i -> new Envelope())
                    .expandToInclude(area.polygon().getEnvelopeInternal()));
    work.labels().forEach(label -> boxes.put(label.item(), new Envelope(label.center())));
    work.repeats().forEach(repeat -> copy(boxes, repeat));
    var index = new HPRtree();
    for (int i = 0; i < views.size(); i++) {
      var grown = new Envelope(views.get(i));
      grown.expandBy(reachM);
      index.insert(grown, i);
    }
    var of = new int[work.seen().size()];
    for (int item = 0; item < of.length; item++) {
      var box = boxes.get(item);
      of[item] = box == null || views.isEmpty() ? -1 : nearest(box, views, index, reachM);
    }
    return of;
  }

  private static void copy(Map<Integer, Envelope> boxes, LineWork.Repeat repeat) {
    var same = boxes.get(repeat.of());
    if (same != null) {
      boxes.computeIfAbsent(repeat.item(), i -> new Envelope(same));
    }
  }

  /** The nearest that an item is within reach of altogether, the last of equally near ones. */
  private static int nearest(Envelope box, List<Envelope> views, HPRtree index, double reachM) {
    int[] best = {-1};
    double[] least = {reachM};
    index.query(
        box,
        item -> {
          if (item instanceof Integer view) {
            var grown = new Envelope(views.get(view));
            grown.expandBy(reachM);
            double distance = views.get(view).distance(box);
            boolean nearer = distance < least[0] || (distance == least[0] && view > best[0]);
            if (grown.covers(box) && nearer) {
              best[0] = view;
              least[0] = distance;
            }
          }
        });
    return best[0];
  }
}
