package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Vec2;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Finds over which plan another stands best. One use, one thread. */
final class StoreyFits {
  /** So much of a plan's walls stands over the walls of another storey. */
  private static final double OVER = 0.35;

  /** The same of plans that are drawn in line with each other, as storeys of one building are. */
  private static final double OVER_IN_LINE = 0.22;

  private static final double IN_LINE_M = 0.05;

  /** So many plans, alike in size, are laid under one; so many of them are looked at closely. */
  private static final int MAX_ALIKE = 8;

  private static final int MAX_CLOSE = 2;

  /** Cells of walls that lie over each other are counted on a grid of at most so many a side. */
  private static final int MAX_CELLS = 8000;

  private static final double CELL_M = 0.05;

  /** A plan below, and the moves that seem to bring most wall over its walls. */
  private record Candidate(SheetPart other, List<StoreyFit.Guess> guesses) {}

  /** A plan below, and how another lies best over it, by where both are drawn. */
  record Over(SheetPart other, StoreyFit fit) {}

  private final IdentityHashMap<Geometry, StoreyFit.Print> prints = new IdentityHashMap<>();
  private final double cellM;

  /**
   * @param plans all that will be asked for
   */
  StoreyFits(List<SheetPart> plans) {
    double cell = CELL_M;
    for (var plan : plans) {
      var box = walls(plan).getEnvelopeInternal();
      cell = Math.max(cell, Math.max(box.getWidth(), box.getHeight()) / MAX_CELLS);
    }
    cellM = cell;
  }

  /**
   * The plan over which one lies best.
   *
   * @param placed at least one
   */
  Over best(SheetPart part, List<SheetPart> placed) {
    var best = new Over(placed.getFirst(), new StoreyFit(-1, 0, Vec2.ZERO));
    for (var candidate : candidates(part, placed)) {
      var one = fit(part, candidate);
      if (one.share() > best.fit.share()) {
        best = new Over(candidate.other, one);
      }
    }
    return best;
  }

  static boolean isOver(StoreyFit fit) {
    boolean inLine = Math.abs(fit.shift().x()) < IN_LINE_M || Math.abs(fit.shift().y()) < IN_LINE_M;
    return fit.share() >= (inLine ? OVER_IN_LINE : OVER);
  }

  private StoreyFit fit(SheetPart part, Candidate candidate) {
    var other = candidate.other;
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

  /** The plans over which one may stand, as it seems: alike in size, wall over wall. */
  private List<Candidate> candidates(SheetPart part, List<SheetPart> placed) {
    for (var other : placed) {
      if (isLike(part, other)) {
        return List.of(new Candidate(other, List.of()));
      }
    }
    var size = walls(part).getEnvelopeInternal();
    return placed.stream()
        .sorted(Comparator.comparingDouble(other -> unlike(size, other)))
        .limit(MAX_ALIKE)
        .map(other -> new Candidate(other, StoreyFit.guesses(print(part), print(other))))
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
