package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Opening;
import java.util.List;
import java.util.function.Function;

/**
 * Decides how thick walls may be. In old masonry doors and windows stand in walls that elsewhere
 * were corridors and cupboards: where many of those drawn hang in no wall, thicker ones are tried,
 * and taken where they hold so many more.
 */
final class Masonry {
  /** Metres, from thinner to thicker. */
  private static final List<Double> THICKER = List.of(0.95, Sizes.MAX_MASONRY_M);

  /** A plan of usual walls holds this share of its doors and windows. */
  private static final double MOST = 0.75;

  private static final double FEW = 3;

  /** So many more of all must thicker walls hold. */
  private static final double GAIN = 0.2;

  /** Trying again takes as long again: no single house has more lines. */
  private static final int MAX_LINES = 20_000;

  private Masonry() {}

  /**
   * A view with walls as thick as its doors and windows tell.
   *
   * @param how recognises with walls up to the line work's thickness
   */
  static Recognition recognised(LineWork work, Function<LineWork, Recognition> how) {
    var best = how.apply(work);
    double all = drawn(best);
    if (all < FEW || work.lines().size() > MAX_LINES) {
      return best;
    }
    for (double thickest : THICKER) {
      if (held(best) >= MOST * all) {
        break;
      }
      var thicker = how.apply(work.withThickest(thickest));
      if (held(thicker) >= held(best) + Math.max(FEW, GAIN * all)) {
        best = thicker;
      }
    }
    return best;
  }

  /** How many doors and windows are drawn as such. */
  private static double drawn(Recognition view) {
    return view.swings().size() + view.strips().stream().filter(WindowStrip::named).count();
  }

  /** How many of these walls hold. */
  private static double held(Recognition view) {
    return view.storey().holes().stream().filter(Masonry::isSure).count();
  }

  private static boolean isSure(Hole hole) {
    return !hole.leaves().isEmpty()
        || (hole.kind() == Opening.Kind.WINDOW && hole.confidence() >= 0.7);
  }
}
