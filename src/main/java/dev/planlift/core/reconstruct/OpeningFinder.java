package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.ConvexClip;
import dev.planlift.core.plan.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;

/**
 * Puts doors and windows into walls: first into the gaps between wall ends, where a swing or a
 * window's lines fit, then into walls that are drawn through. A place is taken once.
 */
final class OpeningFinder {
  private static final double FIT_M = 0.17;
  private static final double CELL_M = 1;
  private static final double PARALLEL_RAD = Math.toRadians(6);

  /** The widest passage without door or window that is still one, not the end of a wall. */
  private static final double MAX_BARE_M = 1.6;

  private static final double DOOR_FIRST_M = 0.03;

  /** A pane may stand in an outer shell, this far before the wall that bears. */
  private static final double FACING_M = 0.4;

  /** Between ends that are thicker, lines of walls bound closets and shafts, not windows. */
  private static final double MAX_GLAZED_M = 0.5;

  /** But lines that lie all about the middle, no farther off than this share, are panes. */
  private static final double INSIDE = 0.35;

  /** Lines along the faces of a gap are off by a rounding. */
  private static final double TOUCH_M = 0.01;

  /** What is named a door or window fills so much of its gap. */
  private static final double FILLED = 0.75;

  private final LineIndex lines;
  private final LineWork work;
  private final List<Gap> gaps;
  private final ThroughWall through;
  private final List<Hole> holes = new ArrayList<>();
  private final Quadtree taken = new Quadtree();
  private final Set<Swing> usedSwings = new HashSet<>();
  private final Set<WindowStrip> usedStrips = new HashSet<>();

  /** One way to fill a gap, the lower the cost the better. */
  private record Fit(
      double cost, Gap gap, List<Swing> swings, List<WindowStrip> strips, Opening.Kind kind) {
    /** Panes in a gap that leaves fit as well are those of a French window. */
    double rank() {
      return cost + (kind == Opening.Kind.WINDOW ? DOOR_FIRST_M : 0);
    }
  }

  OpeningFinder(LineWork work, LineIndex lines, Geometry walls, List<Gap> gaps) {
    this.work = work;
    this.lines = lines;
    this.gaps = gaps;
    this.through = new ThroughWall(walls, gaps, work.thickestM());
  }

  List<Hole> find(List<Swing> swings, List<WindowStrip> strips) {
    var fits = new ArrayList<Fit>();
    var swingsAt = byPlace(swings, Swing::hinge);
    var stripsAt = byPlace(strips, WindowStrip::center);
    for (var gap : gaps) {
      var box = gap.bridge().getEnvelopeInternal();
      box.expandBy(2 * FIT_M);
      doors(gap, in(box, swingsAt), fits);
      windows(gap, in(box, stripsAt), fits);
    }
    fits.sort(Comparator.comparingDouble(Fit::rank));
    for (var fit : fits) {
      take(fit);
    }
    for (var gap : gaps) {
      glazedBeside(gap, swings);
    }
    for (var swing : swings) {
      if (!usedSwings.contains(swing)) {
        through.door(swing).ifPresent(hole -> take(hole));
      }
    }
    var leaves = new HashSet<Integer>();
    usedSwings.forEach(swing -> leaves.addAll(swing.items()));
    usedSwings.forEach(swing -> leaves.addAll(beside(swing)));
    for (var strip : strips) {
      if (!usedStrips.contains(strip) && !leaves.containsAll(strip.items())) {
        through.window(strip).ifPresent(hole -> take(hole));
      }
    }
    var unhung = new UnhungDoors(work, lines);
    for (var gap : gaps) {
      unhung(gap, unhung::in);
    }
    for (var gap : gaps) {
      named(
          gap, LineWork.Use.WINDOW, Opening.Kind.WINDOW, "lines of a window at a gap of the wall");
      named(gap, LineWork.Use.DOOR, Opening.Kind.DOOR, "lines of a door in a gap of the wall");
    }
    for (var gap : gaps) {
      unhung(gap, unhung::sliding);
    }
    for (var gap : gaps) {
      glazed(gap);
    }
    for (var gap : gaps) {
      bare(gap);
    }
    return holes;
  }

  /** A door with fixed lights beside it, all in one gap. */
  private void glazedBeside(Gap gap, List<Swing> swings) {
    if (gap.facing() && !isTaken(gap.bridge())) {
      new Sidelights(work, lines)
          .in(gap, swings.stream().filter(swing -> !usedSwings.contains(swing)).toList())
          .ifPresent(
              fit -> take(new Fit(fit.off(), gap, fit.leaves(), List.of(), Opening.Kind.DOOR)));
    }
  }

  /** The items of all lines as long as a leaf that stand where it is open. */
  private List<Integer> beside(Swing swing) {
    return lines.near(swing.hinge(), FIT_M / 2).stream()
        .filter(line -> stands(swing, line.a(), line.b()) || stands(swing, line.b(), line.a()))
        .map(LineWork.Line::item)
        .toList();
  }

  private static boolean stands(Swing swing, Coordinate from, Coordinate to) {
    return swing.hinge().distance(from) < FIT_M / 2 && swing.open().distance(to) < FIT_M / 2;
  }

  private static <T> Map<List<Long>, List<T>> byPlace(
      List<T> things, Function<T, Coordinate> place) {
    var cells = new HashMap<List<Long>, List<T>>();
    for (var thing : things) {
      var at = place.apply(thing);
      cells.computeIfAbsent(cell(at.x, at.y), c -> new ArrayList<>()).add(thing);
    }
    return cells;
  }

  private static <T> List<T> in(Envelope box, Map<List<Long>, List<T>> cells) {
    var found = new ArrayList<T>();
    for (double x = box.getMinX(); x < box.getMaxX() + CELL_M; x += CELL_M) {
      for (double y = box.getMinY(); y < box.getMaxY() + CELL_M; y += CELL_M) {
        found.addAll(cells.getOrDefault(cell(x, y), List.of()));
      }
    }
    return found;
  }

  private static List<Long> cell(double x, double y) {
    return List.of((long) Math.floor(x / CELL_M), (long) Math.floor(y / CELL_M));
  }

  private static void doors(Gap gap, List<Swing> swings, List<Fit> fits) {
    var at = new ArrayList<List<Swing>>(List.of(new ArrayList<>(), new ArrayList<>()));
    double half = gap.width() / 2;
    for (var swing : swings) {
      for (var s : swing.sure() ? List.of(swing) : List.of(swing, swing.turned())) {
        double along = gap.along(s.hinge());
        double toClosed = gap.along(s.closed());
        boolean hinged =
            Math.abs(Math.abs(along) - half) < FIT_M
                && Math.abs(gap.across(s.hinge())) < gap.depth() / 2 + FIT_M
                && Math.abs(gap.across(s.closed())) < gap.depth() / 2 + FIT_M
                && toClosed * along < along * along;
        if (hinged) {
          at.get(along < 0 ? 0 : 1).add(s);
          double cost = Math.abs(s.radius() - gap.width()) + (gap.facing() ? 0 : 0.1);
          if (Math.abs(s.radius() - gap.width()) < FIT_M) {
            fits.add(new Fit(cost, gap, List.of(s), List.of(), Opening.Kind.DOOR));
          }
        }
      }
    }
    for (var left : at.get(0)) {
      for (var right : at.get(1)) {
        double off = Math.abs(left.radius() + right.radius() - gap.width());
        if (off < FIT_M) {
          fits.add(new Fit(off, gap, List.of(left, right), List.of(), Opening.Kind.DOOR));
        }
      }
    }
  }

  private static void windows(Gap gap, List<WindowStrip> strips, List<Fit> fits) {
    for (var strip : strips) {
      double along = Math.abs(gap.along(strip.center()));
      double across = Math.abs(gap.across(strip.center()));
      double off = Math.abs(strip.width() - gap.width());
      if (Angle.betweenLines(strip.angleRad(), gap.angleRad()) < PARALLEL_RAD
          && across < gap.depth() / 2 + 0.05
          && along < 0.25
          && off < (strip.named() ? 0.4 : FIT_M)) {
        fits.add(
            new Fit(
                off + along + (gap.facing() ? 0 : 0.1),
                gap,
                List.of(),
                List.of(strip),
                Opening.Kind.WINDOW));
      }
    }
  }

  private void take(Fit fit) {
    if (fit.swings.stream().anyMatch(usedSwings::contains)
        || fit.strips.stream().anyMatch(usedStrips::contains)
        || isTaken(fit.gap.bridge())) {
      return;
    }
    usedSwings.addAll(fit.swings);
    fit.swings.forEach(swing -> usedSwings.add(swing.turned()));
    usedStrips.addAll(fit.strips);
    var items = new ArrayList<Integer>();
    fit.swings.forEach(swing -> items.addAll(swing.items()));
    fit.strips.forEach(strip -> items.addAll(strip.items()));
    boolean door = fit.kind == Opening.Kind.DOOR;
    add(
        inGap(
            fit.gap,
            fit.kind,
            fit.swings,
            0,
            items,
            Math.clamp(0.95 - fit.cost, 0.5, 0.95),
            door ? swinging(fit.swings) : "window lines in a gap of the wall"));
  }

  private static String swinging(List<Swing> swings) {
    var what = swings.stream().allMatch(Swing::sure) ? "an arc with its leaf" : "an arc";
    return (swings.size() > 1 ? "two leaves with arcs" : what) + " in a gap of the wall";
  }

  private static Hole inGap(
      Gap gap,
      Opening.Kind kind,
      List<Swing> leaves,
      int panels,
      List<Integer> items,
      double confidence,
      String reason) {
    return new Hole(
        kind,
        gap.center(),
        gap.angleRad(),
        gap.width(),
        gap.depth(),
        Optional.of(gap.bridge()),
        leaves,
        panels,
        items,
        confidence,
        reason);
  }

  private void take(Hole hole) {
    if (!isTaken(hole.rectangle())) {
      add(hole);
    }
  }

  private void add(Hole hole) {
    holes.add(hole);
    var shape = hole.bridge().orElseGet(hole::rectangle);
    taken.insert(shape.getEnvelopeInternal(), shape);
  }

  /** Whether an opening, a rectangle, overlaps one that is there by more than a tenth. */
  private boolean isTaken(Polygon shape) {
    for (var other : taken.query(shape.getEnvelopeInternal())) {
      var there = (Polygon) other;
      double common = ConvexClip.commonArea(Rings.ordinates(there), Rings.ordinates(shape));
      if (common > 0.1 * Math.min(shape.getArea(), there.getArea())) {
        return true;
      }
    }
    return false;
  }

  /**
   * A gap between two wall ends with lines that are named so in it: sliding doors, panes. One end
   * of a door's may be flush with the face of a crossing wall.
   */
  private void named(Gap gap, LineWork.Use use, Opening.Kind kind, String reason) {
    boolean inCorner = kind == Opening.Kind.DOOR && gap.width() <= Sizes.MAX_DOOR_M;
    if (!(gap.facing() || inCorner) || gap.width() < Sizes.MIN_DOOR_M || isTaken(gap.bridge())) {
      return;
    }
    double half = gap.width() / 2;
    double off = gap.depth() / 2 + (kind == Opening.Kind.WINDOW ? FACING_M : 0);
    var box = gap.bridge().getEnvelopeInternal();
    box.expandBy(FACING_M);
    var items = new ArrayList<Integer>();
    double from = half;
    double to = -half;
    for (var line : lines.in(box, line -> work.use(line.item()) == use)) {
      double a = gap.along(line.a());
      double b = gap.along(line.b());
      double across = Math.max(Math.abs(gap.across(line.a())), Math.abs(gap.across(line.b())));
      if (across < off + 0.03 && Math.max(Math.abs(a), Math.abs(b)) < half + 0.1) {
        items.add(line.item());
        from = Math.min(from, Math.min(a, b));
        to = Math.max(to, Math.max(a, b));
      }
    }
    if (to - from >= FILLED * gap.width()) {
      add(inGap(gap, kind, List.of(), 0, items.stream().distinct().toList(), 0.8, reason));
    }
  }

  /** A gap between two wall ends that lines bridge, such as the two faces of a pane. */
  private void glazed(Gap gap) {
    if (!gap.facing() || gap.width() < 0.3 || isTaken(gap.bridge())) {
      return;
    }
    var items = new ArrayList<Integer>();
    boolean inside = true;
    var box = gap.bridge().getEnvelopeInternal();
    box.expandBy(TOUCH_M);
    for (var line : lines.in(box)) {
      if (work.use(line.item()) != LineWork.Use.OTHER && spans(gap, line)) {
        items.add(line.item());
        inside &= Math.abs(gap.across(line.middle())) <= INSIDE * gap.depth();
      }
    }
    boolean named = items.stream().anyMatch(item -> work.use(item) == LineWork.Use.WINDOW);
    if (!items.isEmpty() && (named || inside || gap.depth() <= MAX_GLAZED_M)) {
      add(
          inGap(
              gap,
              Opening.Kind.WINDOW,
              List.of(),
              0,
              items,
              0.65,
              "lines bridge a gap of the wall"));
    }
  }

  private void unhung(Gap gap, Function<Gap, Optional<UnhungDoors.Found>> how) {
    if (!isTaken(gap.bridge())) {
      how.apply(gap)
          .ifPresent(
              door ->
                  add(
                      inGap(
                          gap,
                          Opening.Kind.DOOR,
                          List.of(),
                          door.leaves(),
                          door.items(),
                          door.confidence(),
                          door.reason())));
    }
  }

  private static boolean spans(Gap gap, LineWork.Line line) {
    double from = gap.along(line.a());
    double to = gap.along(line.b());
    double half = gap.width() / 2;
    double edge = gap.depth() / 2 + 0.03;
    return Math.abs(gap.across(line.a())) < edge
        && Math.abs(gap.across(line.b())) < edge
        && Math.abs(Math.min(from, to) + half) < 0.1
        && Math.abs(Math.max(from, to) - half) < 0.1;
  }

  private void bare(Gap gap) {
    if (gap.facing()
        && gap.width() >= Sizes.MIN_DOOR_M
        && gap.width() <= MAX_BARE_M
        && !isTaken(gap.bridge())) {
      add(inGap(gap, Opening.Kind.BARE, List.of(), 0, List.of(), 0.6, "a gap of the wall"));
    }
  }
}
