package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds doors in gaps whose leaves hang on no hinge at the wall: they fold, turn or slide. */
final class UnhungDoors {
  /** How far from a wall a leaf slides before it. */
  private static final double BEFORE_M = 0.15;

  /** How far into the room the leaves of a folding door stick out. */
  private static final double FOLD_M = 0.7;

  private static final double TOUCH_M = 0.03;
  private static final double SLOPE = Math.sin(Math.toRadians(12));
  private static final double MIN_PANEL_M = 0.2;

  /** Panels laid out are about as long as their gap is wide. */
  private static final double LEAST_PANELS = 0.75;

  private static final double MOST_PANELS = 2.2;

  private static final double MIN_LEAF_M = 0.02;
  private static final double MAX_LEAF_M = 0.09;
  private static final double FULL_RAD = Math.toRadians(300);

  /** A narrower gap is a window's, unless the leaves are drawn with their thickness. */
  private static final double MIN_SLIDING_M = 1.2;

  /** What is longer goes from end to end, however narrow the gap. */
  private static final double MOST_OF = 0.8;

  /** A leaf that slides beside another is at least this share of its gap. */
  private static final double LEAF = 0.25;

  private static final double SAME_TRACK_M = 0.005;

  /** Leaves beside each other fill so much of their gap. */
  private static final double FILLED = 0.65;

  /** A threshold may be drawn; more lines from end to end are panes. */
  private static final int MOST_THRESHOLDS = 1;

  private final LineWork work;
  private final LineIndex lines;
  private final HPRtree circles = new HPRtree();
  private final boolean noCircles;

  /** A door that was found, with the number of its leaves. */
  record Found(List<Integer> items, int leaves, double confidence, String reason) {}

  /** A line as it lies in a gap: along it from its centre, across it from its middle line. */
  private record Laid(LineWork.Line line, double a, double b, double acrossA, double acrossB) {
    static Laid of(LineWork.Line line, Gap gap) {
      double a = gap.along(line.a());
      double b = gap.along(line.b());
      double p = gap.across(line.a());
      double q = gap.across(line.b());
      return a <= b ? new Laid(line, a, b, p, q) : new Laid(line, b, a, q, p);
    }

    boolean level() {
      return Math.abs(acrossA - acrossB) < 0.01;
    }

    boolean slopes() {
      double length = line.length();
      return Math.abs(acrossB - acrossA) > SLOPE * length && b - a > SLOPE * length;
    }
  }

  UnhungDoors(LineWork work, LineIndex lines) {
    this.work = work;
    this.lines = lines;
    boolean none = true;
    for (var arc : work.arcs()) {
      if (mayBeDoor(arc.item()) && isTurnstile(arc)) {
        circles.insert(new Envelope(arc.center()), arc);
        none = false;
      }
    }
    noCircles = none;
  }

  private static boolean isTurnstile(LineWork.Arc arc) {
    return Math.abs(arc.sweepRad()) > FULL_RAD
        && arc.radius() >= Sizes.MIN_DOOR_M
        && arc.radius() <= Sizes.MAX_OPENING_M / 2;
  }

  Optional<Found> in(Gap gap) {
    if (!gap.facing() || gap.width() < Sizes.MIN_DOOR_M) {
      return Optional.empty();
    }
    return turning(gap).or(() -> folding(gap)).or(() -> besideWall(gap));
  }

  private List<Laid> around(Gap gap, double by) {
    return around(gap, by, line -> mayBeDoor(line.item()));
  }

  private List<Laid> around(Gap gap, double by, Predicate<LineWork.Line> which) {
    var box = new Envelope(gap.bridge().getEnvelopeInternal());
    box.expandBy(by);
    return lines.in(box, which).stream().map(line -> Laid.of(line, gap)).toList();
  }

  private boolean mayBeDoor(int item) {
    return switch (work.use(item)) {
      case FREE, MIXED, SYMBOL, DOOR -> true;
      case WALL, WINDOW, OTHER -> false;
    };
  }

  /** Wings within a circle that fills the gap. */
  private Optional<Found> turning(Gap gap) {
    if (noCircles) {
      return Optional.empty();
    }
    double half = gap.width() / 2;
    var near = new Envelope(gap.center());
    near.expandBy(0.15 * half);
    for (var circle : circles.query(near)) {
      if (circle instanceof LineWork.Arc arc && Math.abs(arc.radius() - half) < 0.15 * half) {
        Set<Integer> items = new LinkedHashSet<>(List.of(arc.item()));
        int wings = 0;
        for (var laid : around(gap, half)) {
          wings += wings(laid.line(), arc, items);
        }
        if (wings >= 2) {
          return Optional.of(
              new Found(List.copyOf(items), wings, 0.85, "wings in a circle that fills a gap"));
        }
      }
    }
    return Optional.empty();
  }

  /** How many wings a line from or through the centre draws. */
  private static int wings(LineWork.Line line, LineWork.Arc circle, Set<Integer> items) {
    double r = circle.radius();
    double a = line.a().distance(circle.center());
    double b = line.b().distance(circle.center());
    double length = line.length();
    boolean through = Math.abs(a + b - length) < 0.01 * r && length <= 2.1 * r && length > r;
    int wings = 0;
    if (through && Math.min(a, b) < 0.1 * r) {
      wings = 1;
    } else if (through && Math.min(a, b) > 0.6 * r) {
      wings = 2;
    }
    if (wings > 0) {
      items.add(line.item());
    }
    return wings;
  }

  /** Panels, end to end, that go to and fro across the gap. */
  private Optional<Found> folding(Gap gap) {
    double half = gap.width() / 2 + TOUCH_M;
    double reach = gap.depth() / 2 + TOUCH_M;
    var panels = new ArrayList<Laid>();
    for (var laid : around(gap, FOLD_M)) {
      double length = laid.line().length();
      boolean inside =
          laid.a() > -half
              && laid.b() < half
              && Math.min(Math.abs(laid.acrossA()), Math.abs(laid.acrossB())) < reach;
      if (inside && laid.slopes() && length >= MIN_PANEL_M && length < gap.width()) {
        panels.add(laid);
      }
    }
    var joined = panels.stream().filter(p -> panels.stream().anyMatch(q -> folds(p, q))).toList();
    double sum = joined.stream().mapToDouble(p -> p.line().length()).sum();
    if (joined.size() < 2
        || sum < LEAST_PANELS * gap.width()
        || sum > MOST_PANELS * gap.width()
        || joined.stream().anyMatch(p -> crossesAnother(p, joined))) {
      return Optional.empty();
    }
    var items = joined.stream().map(p -> p.line().item()).distinct().toList();
    return Optional.of(
        new Found(items, joined.size(), 0.75, "leaves that fold to and fro in a gap"));
  }

  /** Whether one panel ends where the other begins and they slope against each other. */
  private static boolean folds(Laid p, Laid q) {
    boolean against = (p.acrossB() - p.acrossA()) * (q.acrossB() - q.acrossA()) < 0;
    return against && (meet(p, q) || meet(q, p));
  }

  private static boolean meet(Laid p, Laid q) {
    return Math.abs(p.b() - q.a()) < TOUCH_M && Math.abs(p.acrossB() - q.acrossA()) < TOUCH_M;
  }

  private static boolean crossesAnother(Laid p, List<Laid> panels) {
    return panels.stream()
        .anyMatch(q -> !q.equals(p) && q.a() < p.b() - 0.1 && p.a() < q.b() - 0.1);
  }

  /** One leaf, drawn with its thickness, that slides into the wall or before it. */
  private Optional<Found> besideWall(Gap gap) {
    double half = gap.width() / 2;
    var level = around(gap, gap.width()).stream().filter(Laid::level).toList();
    for (var one : level) {
      double length = one.b() - one.a();
      double covered = Math.min(one.b(), half) - Math.max(one.a(), -half);
      double off = Math.abs(one.acrossA()) - gap.depth() / 2;
      boolean asWide = length > 0.8 * gap.width() && length < 1.4 * gap.width();
      boolean out = one.a() < -half - 0.1 || one.b() > half + 0.1;
      if (asWide && out && covered > 0.25 * gap.width() && off < BEFORE_M) {
        var leaf = level.stream().filter(other -> isOtherFace(one, other)).findFirst();
        if (leaf.isPresent() && ends(gap, one, leaf.get())) {
          var items = new LinkedHashSet<>(List.of(one.line().item()));
          items.add(leaf.get().line().item());
          var where =
              off < 0 ? "a leaf that slides into the wall" : "a leaf that slides before the wall";
          return Optional.of(new Found(List.copyOf(items), 1, off < 0 ? 0.7 : 0.65, where));
        }
      }
    }
    return Optional.empty();
  }

  /** Leaves beside each other, each in a part of the gap. */
  Optional<Found> sliding(Gap gap) {
    if (!gap.facing() || gap.width() < Sizes.MIN_DOOR_M) {
      return Optional.empty();
    }
    double half = gap.width() / 2;
    var items = new LinkedHashSet<Integer>();
    var leaves = new ArrayList<Laid>();
    int thresholds = 0;
    var laid = around(gap, TOUCH_M, line -> work.use(line.item()) != LineWork.Use.OTHER);
    for (var one : laid) {
      double length = one.b() - one.a();
      boolean inGap =
          one.level()
              && Math.abs(one.acrossA()) < gap.depth() / 2 + TOUCH_M
              && Math.max(-one.a(), one.b()) < half + 0.1;
      if (inGap && length > Math.max(gap.width() - 0.2, MOST_OF * gap.width())) {
        thresholds++;
      } else if (inGap && length > LEAF * gap.width()) {
        items.add(one.line().item());
        if (leaves.stream().noneMatch(leaf -> sameLeaf(leaf, one))) {
          leaves.add(one);
        }
      }
    }
    double left = leaves.stream().mapToDouble(Laid::a).min().orElse(half);
    double right = leaves.stream().mapToDouble(Laid::b).max().orElse(-half);
    return leaves.size() > 1
            && !areInOneTrack(leaves, laid)
            && thresholds <= MOST_THRESHOLDS
            && right - left >= FILLED * gap.width()
            && (gap.width() >= MIN_SLIDING_M
                || leaves.stream().allMatch(leaf -> isThick(leaf, laid)))
        ? Optional.of(
            new Found(List.copyOf(items), leaves.size(), 0.55, "leaves that slide in a gap"))
        : Optional.empty();
  }

  /** Casements stand in a row, with the same faces; what slides passes by another. */
  private static boolean areInOneTrack(List<Laid> leaves, List<Laid> laid) {
    double track = track(leaves.getFirst(), laid);
    return leaves.stream()
        .allMatch(
            leaf -> isThick(leaf, laid) && Math.abs(track(leaf, laid) - track) < SAME_TRACK_M);
  }

  /** How far across the middle of a leaf lies, whose faces are all lines as long beside it. */
  private static double track(Laid leaf, List<Laid> laid) {
    double least = leaf.acrossA();
    double most = leaf.acrossA();
    for (var other : laid) {
      if (Math.abs(other.a() - leaf.a()) < 0.01 && Math.abs(other.b() - leaf.b()) < 0.01) {
        least = Math.min(least, other.acrossA());
        most = Math.max(most, other.acrossA());
      }
    }
    return (least + most) / 2;
  }

  private static boolean isThick(Laid leaf, List<Laid> laid) {
    return laid.stream().anyMatch(other -> isOtherFace(leaf, other));
  }

  private static boolean sameLeaf(Laid p, Laid q) {
    double common = Math.min(p.b(), q.b()) - Math.max(p.a(), q.a());
    return common > 0.8 * Math.min(p.b() - p.a(), q.b() - q.a());
  }

  private static boolean isOtherFace(Laid one, Laid other) {
    double thick = Math.abs(other.acrossA() - one.acrossA());
    return Math.abs(one.a() - other.a()) < 0.01
        && Math.abs(one.b() - other.b()) < 0.01
        && thick >= MIN_LEAF_M
        && thick <= MAX_LEAF_M;
  }

  /** Whether both ends of a leaf are drawn. */
  private boolean ends(Gap gap, Laid one, Laid other) {
    return isEnd(gap, one.a(), one, other) && isEnd(gap, one.b(), one, other);
  }

  private boolean isEnd(Gap gap, double along, Laid one, Laid other) {
    double middle = (one.acrossA() + other.acrossA()) / 2;
    var at = at(gap, along, middle);
    return lines.near(at, 0.005).stream()
        .anyMatch(line -> line.length() <= 1.2 * MAX_LEAF_M && mayBeDoor(line.item()));
  }

  private static Coordinate at(Gap gap, double along, double across) {
    double cos = Math.cos(gap.angleRad());
    double sin = Math.sin(gap.angleRad());
    var c = gap.center();
    return new Coordinate(c.x + along * cos - across * sin, c.y + along * sin + across * cos);
  }
}
