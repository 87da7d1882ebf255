package dev.planlift.samples;

import dev.planlift.score.GlbModel;
import dev.planlift.score.PlanScore;
import dev.planlift.score.PlanScorer;
import dev.planlift.score.PlanTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How near a model comes to a house of some storeys.
 *
 * @param storeys of each storey, from the ground up; storeys that are not there are nought
 * @param found levels of the model
 * @param isInOrder whether levels stand over each other as storeys do
 * @param maxOffM how far the levels' places are off each other
 */
record StoreyScore(List<PlanScore> storeys, int found, boolean isInOrder, double maxOffM) {
  private static final double NOWHERE_M = 1000;

  double score() {
    double sum = storeys.stream().mapToDouble(PlanScore::score).sum();
    return sum / Math.max(storeys.size(), found);
  }

  /** Compares each storey with the level that is likest to it. */
  static StoreyScore of(GlbModel model, List<PlanTruth> truths) {
    var levels = model.storeys();
    var scores = new ArrayList<PlanScore>();
    var taken = new ArrayList<Integer>();
    for (var truth : truths) {
      int best = -1;
      PlanScore bestScore = new PlanScorer(truth).score(model.without());
      for (int i = 0; i < levels.size(); i++) {
        var level = levels.get(i);
        var score =
            new PlanScorer(truth.moved(level.shiftX(), level.shiftY())).score(level.model());
        if (!taken.contains(i) && score.score() > bestScore.score()) {
          best = i;
          bestScore = score;
        }
      }
      taken.add(best);
      scores.add(bestScore);
    }
    boolean ordered = true;
    double off = 0;
    for (int i = 0; i < taken.size(); i++) {
      ordered &= taken.get(i) == i;
      off = Math.max(off, taken.get(i) < 0 ? NOWHERE_M : off(levels, taken, truths, i));
    }
    return new StoreyScore(scores, levels.size(), ordered, off);
  }

  /** Between the first storey's place and another's. */
  private static double off(
      List<GlbModel.Storey> levels, List<Integer> taken, List<PlanTruth> truths, int i) {
    if (taken.getFirst() < 0) {
      return NOWHERE_M;
    }
    var first = levels.get(taken.getFirst());
    var level = levels.get(taken.get(i));
    var a = corner(truths.getFirst());
    var b = corner(truths.get(i));
    return Math.hypot(
        b[0] + level.shiftX() - a[0] - first.shiftX(),
        b[1] + level.shiftY() - a[1] - first.shiftY());
  }

  /** The same point of every storey: their outer walls are the same. */
  private static double[] corner(PlanTruth truth) {
    double x = Double.POSITIVE_INFINITY;
    double y = Double.POSITIVE_INFINITY;
    for (var wall : truth.walls()) {
      for (var p : wall.shell()) {
        x = Math.min(x, p[0]);
        y = Math.min(y, p[1]);
      }
    }
    return new double[] {x, y};
  }

  @Override
  public String toString() {
    var text = new StringBuilder(String.format(Locale.ROOT, "%.3f", score()));
    text.append(isInOrder ? "" : "  not in order");
    text.append(found == storeys.size() ? "" : "  levels: " + found + " of " + storeys.size());
    text.append(maxOffM < 0.05 ? "" : String.format(Locale.ROOT, "  off: %.2f m", maxOffM));
    storeys.forEach(storey -> text.append("\n    ").append(storey));
    return text.toString();
  }
}
