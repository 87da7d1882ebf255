package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Finds windows by how they are drawn: three or more equally long parallel lines side by side, or a
 * symbol that is named a window.
 */
final class WindowStripFinder {
  private static final double MIN_WIDTH_M = 0.3;
  private static final double MAX_WIDTH_M = 4.6;
  private static final double LENGTH_SLACK_M = 0.02;
  private static final double ALONG_SLACK_M = 0.02;
  private static final double PARALLEL = Math.cos(Math.toRadians(1.5));

  /**
   * So many lines side by side are treads of a stair, each this far from the next in the mean, or
   * slats, all together deeper than a wall.
   */
  private static final int MIN_TREADS = 5;

  private static final double MIN_TREAD_M = 0.15;

  /** No farther apart are two lines that show one thing: plotters round them. */
  private static final double ONCE_MORE_M = 0.012;

  /** Two lines farther apart are the faces of a thin wall. */
  private static final double MAX_PANE_M = 0.12;

  /** A pane takes no larger share of its jamb; faces of a wall between posts do. */
  private static final double PANE_OF_JAMB = 0.6;

  /** A layer is for windows where this share of it is drawn like them, and so much at least. */
  private static final double OF_WINDOWS = 0.7;

  private static final double MIN_WINDOWS_M = 5;

  /** A layer is for something else where no larger share is. */
  private static final double OF_OTHERS = 0.45;

  private static final double UPRIGHT = Math.sin(Math.toRadians(5));

  private final LineWork work;
  private final LineIndex index;
  private final Map<String, Boolean> axes = new HashMap<>();
  private final Set<LineWork.Line> taken;
  private final Set<LineWork.Line> treads = new HashSet<>();

  /**
   * A finder.
   *
   * @param taken lines of stairs, which are no windows
   */
  WindowStripFinder(LineWork work, LineIndex index, Set<LineWork.Line> taken) {
    this.work = work;
    this.index = index;
    this.taken = taken;
  }

  List<WindowStrip> find() {
    var strips = new ArrayList<>(symbols());
    strips.addAll(looseLines());
    return strips;
  }

  /** Lines that are treads of stairs (or boards, or tiles); known after {@link #find}. */
  Set<LineWork.Line> treads() {
    return treads;
  }

  private List<WindowStrip> symbols() {
    var byItem = new HashMap<Integer, List<LineWork.Line>>();
    for (var line : work.lines()) {
      byItem.computeIfAbsent(line.item(), item -> new ArrayList<>()).add(line);
    }
    var strips = new ArrayList<WindowStrip>();
    for (var instance : work.instances()) {
      if (instance.role() == Role.WINDOW) {
        var lines =
            instance.items().stream()
                .flatMap(item -> byItem.getOrDefault(item, List.of()).stream())
                .toList();
        around(lines, instance.items(), true, strips);
      }
    }
    return strips;
  }

  /** The box around lines, turned along the longest. */
  private static void around(
      List<LineWork.Line> lines, List<Integer> items, boolean named, List<WindowStrip> strips) {
    var longest = lines.stream().max((a, b) -> Double.compare(a.length(), b.length())).orElse(null);
    if (longest == null) {
      return;
    }
    var u = longest.direction();
    var origin = longest.a();
    var box = new Envelope();
    for (var line : lines) {
      for (var p : List.of(line.a(), line.b())) {
        double x = p.x - origin.x;
        double y = p.y - origin.y;
        box.expandToInclude(x * u.x + y * u.y, y * u.x - x * u.y);
      }
    }
    var middle = box.centre();
    var center =
        new Coordinate(
            origin.x + middle.x * u.x - middle.y * u.y, origin.y + middle.x * u.y + middle.y * u.x);
    if (box.getWidth() >= MIN_WIDTH_M && box.getWidth() <= Sizes.MAX_OPENING_M) {
      strips.add(
          new WindowStrip(
              center, longest.angleRad(), box.getWidth(), box.getHeight(), named, items));
    }
  }

  private List<WindowStrip> looseLines() {
    var candidates =
        work.lines().stream()
            .filter(line -> !taken.contains(line))
            .filter(line -> line.length() >= MIN_WIDTH_M && line.length() <= MAX_WIDTH_M)
            .filter(
                line -> {
                  var use = work.use(line.item());
                  return use != LineWork.Use.OTHER && use != LineWork.Use.DOOR;
                })
            .toList();
    boolean layerOfWindows =
        candidates.stream().anyMatch(line -> work.use(line.item()) == LineWork.Use.WINDOW);
    var tree = new HPRtree();
    for (int i = 0; i < candidates.size(); i++) {
      tree.insert(new Envelope(candidates.get(i).middle()), i);
    }
    var groups = new DisjointSets(candidates.size());
    long lookedAt = 0;
    for (int i = 0; i < candidates.size(); i++) {
      lookedAt += join(i, candidates, tree, groups);
      if (lookedAt > Density.pairs(candidates.size())) {
        return List.of(); // denser than any plan
      }
    }
    return strips(candidates, groups.members(), layerOfWindows);
  }

  /** Whether a line's layer is named after axes: it is no pane between the faces of a wall. */
  private boolean isAxis(LineWork.Line line) {
    return axes.computeIfAbsent(
        LayerShares.layer(work, line), layer -> LayerShares.role(layer) == Role.GRID);
  }

  /** How many lines were looked at. */
  private int join(int i, List<LineWork.Line> lines, HPRtree tree, DisjointSets groups) {
    int[] lookedAt = {0};
    var line = lines.get(i);
    var middle = line.middle();
    var box = new Envelope(middle);
    box.expandBy(work.thickestM() / 2);
    tree.query(
        box,
        item -> {
          lookedAt[0]++;
          if (item instanceof Integer j
              && j < i
              && isAxis(line) == isAxis(lines.get(j))
              && sideBySide(line, lines.get(j))) {
            groups.join(i, j);
          }
        });
    return lookedAt[0];
  }

  private static boolean sideBySide(LineWork.Line a, LineWork.Line b) {
    var u = a.direction();
    var v = b.direction();
    var p = a.middle();
    var q = b.middle();
    double along = Math.abs((q.x - p.x) * u.x + (q.y - p.y) * u.y);
    return Math.abs(u.x * v.x + u.y * v.y) > PARALLEL
        && Math.abs(a.length() - b.length()) < LENGTH_SLACK_M
        && along < ALONG_SLACK_M;
  }

  private boolean areLikeWindow(List<LineWork.Line> members) {
    var apart = apart(members);
    return apart.size() >= 3 || isPane(apart);
  }

  /** Without those that a page shows once more beside another, as the outline of a room's area. */
  private List<LineWork.Line> apart(List<LineWork.Line> members) {
    if (members.size() < 3 || !work.isPlotted(members.getFirst().item())) {
      return members;
    }
    var first = members.getFirst();
    var sorted =
        members.stream().sorted(Comparator.comparingDouble(line -> across(first, line))).toList();
    var apart = new ArrayList<LineWork.Line>();
    for (var line : sorted) {
      if (apart.isEmpty() || across(first, line) - across(first, apart.getLast()) > ONCE_MORE_M) {
        apart.add(line);
      }
    }
    return apart;
  }

  private static double across(LineWork.Line from, LineWork.Line to) {
    var u = from.direction();
    var a = from.a();
    var b = to.middle();
    return (b.y - a.y) * u.x - (b.x - a.x) * u.y;
  }

  /**
   * Whether two lines are a pane in a wall that is drawn through: on a layer of windows, or with a
   * jamb at either end that reaches beyond both.
   */
  private boolean isPane(List<LineWork.Line> pair) {
    return pair.size() == 2
        && (isNamedPane(pair)
            || (isJamb(pair, pair.getFirst().a()) && isJamb(pair, pair.getFirst().b())));
  }

  private boolean isNamedPane(List<LineWork.Line> pair) {
    return pair.stream().allMatch(line -> work.use(line.item()) == LineWork.Use.WINDOW);
  }

  /**
   * Layers of which little is drawn like windows, where another is for windows: what looks so on
   * them is a short wall of several layers. None where no layer is for windows.
   */
  private Set<String> otherThanWindows(List<List<LineWork.Line>> like) {
    var drawn = new HashMap<String, Double>();
    like.forEach(
        members -> members.forEach(line -> drawn.merge(layer(line), line.length(), Double::sum)));
    var all = new HashMap<String, Double>();
    for (var line : work.lines()) {
      if (drawn.containsKey(layer(line))) {
        all.merge(layer(line), line.length(), Double::sum);
      }
    }
    var little = new HashSet<String>();
    boolean any = false;
    for (var layer : drawn.entrySet()) {
      double share = layer.getValue() / all.getOrDefault(layer.getKey(), 1.0);
      any |= share >= OF_WINDOWS && layer.getValue() >= MIN_WINDOWS_M;
      if (share < OF_OTHERS) {
        little.add(layer.getKey());
      }
    }
    return any ? little : Set.of();
  }

  private String layer(LineWork.Line line) {
    return LayerShares.layer(work, line);
  }

  /** Whether a short line stands across both at that end. */
  private boolean isJamb(List<LineWork.Line> pair, Coordinate end) {
    var line = pair.getFirst();
    var other = pair.getLast();
    var partner = other.a().distance(end) < other.b().distance(end) ? other.a() : other.b();
    double depth = end.distance(partner);
    if (depth > MAX_PANE_M) {
      return false;
    }
    var box = new Envelope(end, partner);
    box.expandBy(ALONG_SLACK_M);
    return index.in(box).stream()
        .anyMatch(
            jamb ->
                jamb.length() <= work.thickestM()
                    && depth <= PANE_OF_JAMB * jamb.length()
                    && Math.abs(cosine(jamb, line)) < UPRIGHT
                    && reachesBeyond(jamb, end)
                    && reachesBeyond(jamb, partner));
  }

  private static double cosine(LineWork.Line a, LineWork.Line b) {
    var u = a.direction();
    var v = b.direction();
    return u.x * v.x + u.y * v.y;
  }

  private static boolean reachesBeyond(LineWork.Line jamb, Coordinate at) {
    return Distance.pointToSegment(at, jamb.a(), jamb.b()) < ALONG_SLACK_M
        && Math.min(at.distance(jamb.a()), at.distance(jamb.b())) > ALONG_SLACK_M;
  }

  private List<WindowStrip> strips(
      List<LineWork.Line> lines, Map<Integer, List<Integer>> groups, boolean layerOfWindows) {
    var strips = new ArrayList<WindowStrip>();
    var side = groups.values().stream().map(group -> group.stream().map(lines::get).toList());
    var like = side.filter(this::areLikeWindow).toList();
    var otherLayers = otherThanWindows(like);
    for (var members : like) {
      // Where windows have a layer, lines of walls alone are the layers of a wall.
      boolean layers =
          layerOfWindows
              && members.stream().allMatch(line -> work.use(line.item()) == LineWork.Use.WALL);
      if (!layers && !members.stream().allMatch(line -> otherLayers.contains(layer(line)))) {
        Set<Integer> items = new TreeSet<>();
        members.forEach(line -> items.add(line.item()));
        boolean named = items.stream().anyMatch(i -> work.use(i) == LineWork.Use.WINDOW);
        var found = new ArrayList<WindowStrip>();
        around(members, List.copyOf(items), named, found);
        found.stream()
            .filter(s -> s.depth() >= 0.02 && s.depth() <= work.thickestM())
            .forEach(strips::add);
        if (members.size() >= MIN_TREADS
            && found.stream()
                .anyMatch(
                    s ->
                        s.depth() > MIN_TREAD_M * (members.size() - 1)
                            || s.depth() > work.thickestM())) {
          treads.addAll(members);
          treads.removeAll(Lattice.edges(members, index));
        }
      }
    }
    return strips;
  }
}
