package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Puts the plans of one building over each other: by the storeys in their titles, else where walls
 * stand over walls. Plans that have nothing in common stay side by side, as they are drawn; a plan
 * drawn twice is taken once, but many that are alike in all that is drawn are as many buildings.
 * One use, one thread.
 */
final class StoreyStack {
  /** So much the same is the same storey drawn once more. */
  static final double SAME = 0.9;

  /** So many openings at least, and so much of them, are in the same places then. */
  private static final int MIN_ALIKE = 4;

  private static final double MOSTLY = 0.85;
  private static final double PLACE_M = 0.08;

  /** Nobody lays so many spare copies beside a plan. */
  private static final int MAX_COPIES = 4;

  /** Views whose middles are so much nearer on one axis are in a row along the other. */
  private static final double ROW = 0.5;

  /**
   * A plan in its place.
   *
   * @param storey 0 is the lowest that is not a cellar, cellars are negative
   * @param shift to where it stands over the others, metres
   */
  record Placed(SheetPart part, int storey, Vec2 shift) {}

  /** A plan that is drawn like another to the last line. */
  private record Copy(Placed of, SheetPart part) {}

  private final List<Placed> placed = new ArrayList<>();
  private final List<SheetPart> repeated = new ArrayList<>();

  private final List<Copy> copies = new ArrayList<>();

  /** The plans that were left out because they show once more what another shows. */
  List<SheetPart> repeated() {
    return List.copyOf(repeated);
  }

  /** The plans in their places, the lowest storey first. */
  List<Placed> stack(List<SheetPart> plans) {
    var fits = new StoreyFits(plans);
    inOrder(plans).forEach(plan -> place(plan, fits));
    placeCopies();
    int cellars =
        (int)
            placed.stream()
                .filter(p -> p.part().storey().orElse(0) < 0)
                .mapToInt(Placed::storey)
                .distinct()
                .count();
    return placed.stream().map(p -> new Placed(p.part(), p.storey() - cellars, p.shift())).toList();
  }

  /** By their titles; else from left to right in a row, and the largest first in a column. */
  private static List<SheetPart> inOrder(List<SheetPart> plans) {
    var order = new ArrayList<>(plans);
    boolean named = plans.stream().filter(p -> p.storey().isPresent()).count() > 1;
    double width = spread(plans, true);
    double height = spread(plans, false);
    if (named) {
      order.sort(Comparator.comparingDouble(p -> p.storey().orElse(Double.MAX_VALUE)));
    } else if (height < ROW * width) {
      order.sort(Comparator.comparingDouble(p -> p.box().getMinX()));
    } else {
      order.sort(Comparator.comparingDouble(p -> -p.box().getArea()));
    }
    return order;
  }

  private static double spread(List<SheetPart> plans, boolean x) {
    var middles =
        plans.stream()
            .mapToDouble(p -> x ? p.box().centre().x : p.box().centre().y)
            .sorted()
            .toArray();
    return middles[middles.length - 1] - middles[0];
  }

  private void place(SheetPart part, StoreyFits fits) {
    if (placed.isEmpty()) {
      placed.add(new Placed(part, 0, Vec2.ZERO));
      return;
    }
    var over = fits.best(part, placed.stream().map(Placed::part).toList());
    var fit = over.fit();
    var like = placed(over.other());
    var last = placed.getLast();
    boolean titled = part.storey().isPresent() && last.part().storey().isPresent();
    boolean same = titled && part.storey().equals(last.part().storey());
    boolean once = fit.mutual() >= SAME || (fit.share() >= SAME && opensAlike(part, over));
    if (once && (!titled || same)) {
      if (part.seen().size() == like.part().seen().size()) {
        copies.add(new Copy(like, part));
      } else if (fit.mutual() < SAME && isClearer(part, like.part())) {
        var there = new Placed(part, like.storey(), fit.shift().plus(like.shift()));
        placed.set(placed.indexOf(like), there);
        repeated.add(like.part());
      } else {
        repeated.add(part);
      }
    } else if (titled ? !same : StoreyFits.isOver(fit)) {
      placed.add(new Placed(part, last.storey() + 1, fit.shift().plus(like.shift())));
    } else {
      placed.add(new Placed(part, same ? last.storey() : 0, Vec2.ZERO));
    }
  }

  /**
   * Whether doors and windows are where the other's are: one plan, of which another shows wiring,
   * furniture or what else was taken for walls.
   */
  private static boolean opensAlike(SheetPart part, StoreyFits.Over over) {
    var shift = over.fit().shift().plus(part.at()).minus(over.other().at());
    var ones = part.found().storey().holes();
    var others = over.other().found().storey().holes();
    long alike =
        ones.stream()
            .filter(hole -> others.stream().anyMatch(other -> isThere(hole, other, shift)))
            .count();
    int fewest = Math.min(ones.size(), others.size());
    return fewest >= MIN_ALIKE && alike >= MOSTLY * fewest;
  }

  /** Whether a plan shows no fewer doors and less else than one that holds all its walls. */
  private static boolean isClearer(SheetPart part, SheetPart other) {
    var one = part.found().storey();
    var like = other.found().storey();
    return one.walls().getArea() < like.walls().getArea() && one.hung() >= like.hung();
  }

  private static boolean isThere(Hole hole, Hole other, Vec2 shift) {
    return hole.kind() == other.kind()
        && Math.abs(hole.width() - other.width()) <= PLACE_M
        && Math.hypot(
                hole.center().x + shift.x() - other.center().x,
                hole.center().y + shift.y() - other.center().y)
            <= PLACE_M;
  }

  // A part is placed once.
  @SuppressWarnings("ReferenceEquality")
  private Placed placed(SheetPart part) {
    return placed.stream().filter(one -> one.part() == part).findFirst().orElseThrow();
  }

  /** Takes copies as buildings of their own where they are many. */
  private void placeCopies() {
    var counts = new IdentityHashMap<SheetPart, Integer>();
    copies.forEach(copy -> counts.merge(copy.of.part(), 1, Integer::sum));
    for (var copy : copies) {
      boolean many = counts.getOrDefault(copy.of.part(), 0) > MAX_COPIES;
      if (many && copy.of.shift().equals(Vec2.ZERO)) {
        placed.add(new Placed(copy.part, copy.of.storey(), Vec2.ZERO));
      } else {
        repeated.add(copy.part);
      }
    }
  }
}
