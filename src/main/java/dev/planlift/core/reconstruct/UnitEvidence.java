package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.SeenItems;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What in a drawing tells its unit.
 *
 * @param building whether there is more than sizes to say that it shows a building
 * @param tells whether there is any thing of a size that is known; all extends somehow and has
 *     texts
 * @param scales that are written somewhere: 50 for "1:50"
 */
record UnitEvidence(List<UnitClue> clues, boolean building, boolean tells, Set<Integer> scales) {
  UnitEvidence {
    clues = List.copyOf(clues);
    scales = Set.copyOf(scales);
  }

  static UnitEvidence of(SeenItems seen) {
    var survey = new UnitSurvey(false);
    seen.visit(survey);
    return survey.evidence(new SwingSizes(seen, survey.quarters()).radii());
  }

  /** How well all of it goes with a unit; natural logarithms. */
  double fit(double metresPerUnit) {
    return clues.stream().mapToDouble(clue -> clue.fit(metresPerUnit)).sum();
  }

  List<String> sentences(String unit, double metresPerUnit) {
    return clues.stream().map(clue -> clue.sentence(unit, metresPerUnit)).toList();
  }

  /** Why a unit does not go with what is drawn: what costs it most, the worst first. */
  List<String> against(String unit, double metresPerUnit) {
    return clues.stream()
        .filter(clue -> clue.fit(metresPerUnit) < -1)
        .sorted(Comparator.comparingDouble(clue -> clue.fit(metresPerUnit)))
        .map(clue -> clue.sentence(unit, metresPerUnit))
        .toList();
  }

  /** Metres a unit as lengths written in the drawing have it, surest readings only. */
  List<Double> written() {
    return clues.stream()
        .filter(UnitClue.Written.class::isInstance)
        .flatMap(clue -> ((UnitClue.Written) clue).readings().stream())
        .filter(reading -> reading.cost() < 1)
        .map(UnitClue.Reading::metresPerUnit)
        .toList();
  }
}
