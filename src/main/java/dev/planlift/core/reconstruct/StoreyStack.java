package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Puts the plans of one building over each other: by the storeys in their titles, else where walls
 * stand over walls. Plans that have nothing in common stay side by side, as they are drawn; a plan
 * drawn twice is taken once, but many that are alike in all that is drawn are as many buildings.
 * One use, one thread.
 */
final class StoreyStack {
  /** So much of a plan's walls stands over the walls of another storey. */
  private static final double OVER = 0.35;

  /** So much the same is the same storey drawn once more. */
  private static final double SAME = 0.9;

  /** The same of plans that are drawn in line with each other, as storeys of one building are. */
  private static final double OVER_IN_LINE = 0.22;

  private static final double IN_LINE_M = 0.05;

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

  /** So many plans, alike in size, are laid under one; so many of them are looked at closely. */
  private static final int MAX_ALIKE = 8;

  private static final int MAX_CLOSE = 2;

  /** Cells of walls that lie over each other are counted on a grid of at most so many a side. */
  private static final int MAX_CELLS = 8000;

  private static final double CELL_M = 0.05;

  /** A plan below, and the moves that seem to bring most wall over its walls. */
  private record Candidate(Placed other, List<StoreyFit.Guess> guesses) {}

  /** A plan that is drawn like another to the last line. */
  private record Copy(Placed of, SheetPart part) {}

  private final List<Placed> placed = new ArrayList<>();
  private final IdentityHashMap<Geometry, StoreyFit.Print> prints = new IdentityHashMap<>();
  private double cellM = CELL_M;
  private final List<SheetPart> repeated = new ArrayList<>();

  private final List<Copy> copies = new ArrayList<>();

  /** The plans that were left out because they show once more what another shows. */
  List<SheetPart> repeated() {
    return List.copyOf(repeated);
  }

  /** The plans in their places, the lowest storey first. */
  List<Placed> stack(List<SheetPart> plans) {
    for (var plan : plans) {
      var box = walls(plan).getEnvelopeInternal();
      cellM = Math.max(cellM, Math.max(box.getWidth(), box.getHeight()) / MAX_CELLS);
    }
    inOrder(plans).forEach(this::place);
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

  private void place(SheetPart part) {
    if (placed.isEmpty()) {
      placed.add(new Placed(part, 0, Vec2.ZERO));
      return;
    }
    var like = placed.getFirst();
    var fit = new StoreyFit(-1, 0, Vec2.ZERO);
    for (var candidate : candidates(part)) {
      var one = fit(part, candidate);
      if (one.share() > fit.share()) {
        fit = one;
        like = candidate.other;
      }
    }
    var last = placed.getLast();
    boolean titled = part.storey().isPresent() && last.part().storey().isPresent();
    boolean same = titled && part.storey().equals(last.part().storey());
    if (fit.mutual() >= SAME && (!titled || same)) {
      if (part.seen().size() == like.part().seen().size()) {
        copies.add(new Copy(like, part));
      } else {
        repeated.add(part);
      }
    } else if (titled ? !same : isOver(fit)) {
      placed.add(new Placed(part, last.storey() + 1, fit.shift().plus(like.shift())));
    } else {
      placed.add(new Placed(part, same ? last.storey() : 0, Vec2.ZERO));
    }
  }

  /** How a plan lies best over another, by where both are drawn. */
  private StoreyFit fit(SheetPart part, Candidate candidate) {
    var other = candidate.other.part();
    var apart = other.at().minus(part.at());
    return isLike(part, other)
        ? new StoreyFit(1, 1, apart)
        : StoreyFit.best(print(part), print(other), candidate.guesses).plus(apart);
  }

  // Views that are drawn alike share what was found in them.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isLike(SheetPart part, SheetPart other) {
    return part.found().storey() == other.found().storey();
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

  private static boolean isOver(StoreyFit fit) {
    boolean inLine = Math.abs(fit.shift().x()) < IN_LINE_M || Math.abs(fit.shift().y()) < IN_LINE_M;
    return fit.share() >= (inLine ? OVER_IN_LINE : OVER);
  }

  /** The plans over which one may stand, as it seems: alike in size, wall over wall. */
  private List<Candidate> candidates(SheetPart part) {
    for (var other : placed) {
      if (isLike(part, other.part())) {
        return List.of(new Candidate(other, List.of()));
      }
    }
    var size = walls(part).getEnvelopeInternal();
    return placed.stream()
        .sorted(Comparator.comparingDouble(other -> unlike(size, other.part())))
        .limit(MAX_ALIKE)
        .map(other -> new Candidate(other, StoreyFit.guesses(print(part), print(other.part()))))
        .sorted(Comparator.comparingDouble(candidate -> -candidate.guesses.getFirst().share()))
        .limit(MAX_CLOSE)
        .toList();
  }

  private static double unlike(Envelope size, SheetPart other) {
    var box = walls(other).getEnvelopeInternal();
    return Math.abs(box.getWidth() - size.getWidth())
        + Math.abs(box.getHeight() - size.getHeight());
  }

  private StoreyFit.Print print(SheetPart part) {
    return prints.computeIfAbsent(walls(part), walls -> StoreyFit.Print.of(walls, cellM));
  }

  private static Geometry walls(SheetPart part) {
    return part.found().storey().walls();
  }
}
