package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Texts vote for what a unit of the paper measures, each for everything it may mean; what they
 * agree upon is what they mean. One use, one thread.
 */
final class ScaleVotes {
  /** Votes within this are for the same, natural logarithm. */
  private static final double ALIKE = 0.006;

  /** Peaks this much weaker than the highest come into question still. */
  private static final double SHARE = 0.35;

  /**
   * So near to each other are votes for the ends that are meant. Others beside them, where a
   * dimension line goes on past its ticks, agree no better than their lengths are alike.
   */
  private static final double CLOSE = 0.0016;

  private static final int MOST_PEAKS = 12;
  private static final int MOST_VOTES = 400_000;

  /** What one text's agreeing adds, and all can add; natural logarithms. */
  private static final double EACH = 5;

  private static final double MOST = 20;

  /** No dimension is drawn more exactly. */
  private static final double EXACT = 0.0012;

  private static final double SLOPE = 500;

  /** Lengths within this are equal, natural logarithm. */
  private static final double SAME_LENGTH = 0.02;

  /**
   * What the same length again adds: rooms of one size with numbers near each other in them agree
   * as dimensions do.
   */
  private static final double AGAIN = 0.12;

  /** Texts with their unit are lengths, whatever else numbers may be. */
  private static final double SURE = 1.5;

  private static final int MOST_AGAIN = 6;

  /**
   * A vote.
   *
   * @param log of the metres a unit measures
   * @param exactness what rounding may make of it, as a logarithm
   * @param length that is written, in steps by which lengths are told apart
   */
  private record Vote(int text, double log, double weight, double exactness, long length) {}

  /**
   * What texts agree upon.
   *
   * @param texts how many agree, by their weight
   * @param tolerance within which it is known, natural logarithm
   */
  record Peak(double metresPerUnit, double texts, double tolerance) {}

  private final List<Vote> votes = new ArrayList<>();
  private int texts;

  /** Another text, to which the votes after belong. */
  void text() {
    texts++;
  }

  /** The text may speak of so many source units as being so many metres. */
  void vote(PaperLength said, double length, double weight) {
    if (votes.size() < MOST_VOTES) {
      double rounded = Math.max(said.roundedM() / said.metres(), 0.15 / length);
      votes.add(
          new Vote(
              texts,
              Math.log(said.metres() / length),
              weight * (said.cost() == 0 ? SURE : Math.exp(-0.5 * said.cost())),
              rounded,
              Math.round(Math.log(said.metres()) / SAME_LENGTH)));
    }
  }

  /** The strongest first. */
  List<Peak> peaks() {
    var sorted = votes.stream().sorted(Comparator.comparingDouble(Vote::log)).toList();
    var heights = heights(sorted, ALIKE);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < heights.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -heights[i]));
    var peaks = new ArrayList<Peak>();
    for (int i : order) {
      if (peaks.size() == MOST_PEAKS || heights[i] < SHARE * heights[order.getFirst()]) {
        break;
      }
      double at = sorted.get(i).log();
      if (peaks.stream().allMatch(p -> Math.abs(Math.log(p.metresPerUnit()) - at) > 2 * ALIKE)) {
        peaks.add(peak(sorted, at, heights[i]));
      }
    }
    return peaks;
  }

  /** For each vote how many texts have one near it, each by its best. */
  private static double[] heights(List<Vote> sorted, double alike) {
    var heights = new double[sorted.size()];
    int from = 0;
    int to = 0;
    for (int i = 0; i < heights.length; i++) {
      double at = sorted.get(i).log();
      while (sorted.get(from).log() < at - alike) {
        from++;
      }
      while (to < heights.length && sorted.get(to).log() <= at + alike) {
        to++;
      }
      heights[i] = height(sorted.subList(from, to), at, alike);
    }
    return heights;
  }

  private static double height(List<Vote> near, double at, double alike) {
    var best = new HashMap<Integer, Voice>();
    for (var vote : near) {
      double off = (vote.log() - at) / Math.max(alike / 2, vote.exactness());
      var voice = new Voice(vote.weight() * Math.exp(-off * off), vote.length());
      best.merge(vote.text(), voice, (a, b) -> b.weight() > a.weight() ? b : a);
    }
    var byLength = new HashMap<Long, List<Double>>();
    best.values()
        .forEach(v -> byLength.computeIfAbsent(v.length(), l -> new ArrayList<>()).add(v.weight()));
    return byLength.values().stream().mapToDouble(ScaleVotes::together).sum();
  }

  /** What one text says. */
  private record Voice(double weight, long length) {}

  private static double together(List<Double> weights) {
    weights.sort(Comparator.reverseOrder());
    double sum = 0;
    for (int i = 0; i < Math.min(MOST_AGAIN, weights.size()); i++) {
      sum += weights.get(i) * (i == 0 ? 1 : AGAIN);
    }
    return sum;
  }

  /** The votes near a place weighted by how exact they are. */
  private static Peak peak(List<Vote> sorted, double at, double height) {
    var near = sorted.stream().filter(v -> Math.abs(v.log() - at) <= ALIKE).toList();
    double middle = closest(near);
    double spread = 0;
    double weight = 0;
    for (var vote : near) {
      double w = vote.weight() / square(Math.max(EXACT, vote.exactness()));
      spread += w * square(vote.log() - middle);
      weight += w;
    }
    double error = Math.sqrt(spread / weight / Math.max(1, height));
    return new Peak(Math.exp(middle), height, Math.max(EXACT, 2 * error));
  }

  /** The middle of those votes by which most texts agree most closely. */
  private static double closest(List<Vote> near) {
    var heights = heights(near, CLOSE);
    int best = 0;
    for (int i = 1; i < heights.length; i++) {
      best = heights[i] > heights[best] ? i : best;
    }
    double at = near.get(best).log();
    return median(near.stream().filter(v -> Math.abs(v.log() - at) <= CLOSE).toList());
  }

  private static double median(List<Vote> near) {
    double half =
        near.stream().mapToDouble(v -> v.weight() / square(Math.max(EXACT, v.exactness()))).sum()
            / 2;
    double sum = 0;
    for (var vote : near) {
      sum += vote.weight() / square(Math.max(EXACT, vote.exactness()));
      if (sum >= half) {
        return vote.log();
      }
    }
    return near.getLast().log();
  }

  private static double square(double x) {
    return x * x;
  }

  /** What the peaks say; empty where no two texts agree. */
  Optional<UnitClue> clue(List<Peak> peaks) {
    if (peaks.isEmpty() || peaks.getFirst().texts() < 0.6) {
      return Optional.empty();
    }
    var readings = new ArrayList<UnitClue.Reading>();
    double highest = peaks.getFirst().texts();
    for (var peak : peaks) {
      double cost = Math.min(MOST, EACH * (highest - peak.texts()));
      readings.add(new UnitClue.Reading(peak.metresPerUnit(), cost));
    }
    double sure = Math.max(0, highest - chance());
    double tolerance = peaks.stream().mapToDouble(Peak::tolerance).max().orElse(EXACT);
    return Optional.of(
        new UnitClue.Measured(
            Math.max(1, Math.round(highest)) + " dimensions written beside their lines",
            readings,
            Math.min(tolerance, ALIKE),
            SLOPE,
            Math.min(MOST, EACH * sure)));
  }

  /** How many texts agree upon some place by chance. */
  private double chance() {
    double places = 10 / (2 * ALIKE);
    double usual = votes.stream().mapToDouble(Vote::weight).sum() / places;
    return 0.3 + usual + 2.5 * Math.sqrt(usual);
  }
}
