package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.drawing.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The notes of scale on a sheet and what they make of it. Notes are written for a size of paper;
 * sheets are printed on others.
 */
final class SheetNotes {
  private static final double NAMED = 5;
  private static final double ALONE = 4;
  private static final double AMONG = 0.5;

  /** Where a note names another size of paper than the sheet's. */
  private static final double MADE_FIT = -0.5;

  private static final double NOT_MADE_FIT = -2;

  /** For each further scale that is written on the same sheet. */
  private static final double SEVERAL = 0.35;

  /** Printed one or two sizes smaller or larger than meant. */
  private static final double OTHER_SIZE = -0.3;

  /** Long sides of A0 to A5, points. */
  private static final double[] SHEETS = {3370.4, 2383.9, 1683.8, 1190.6, 841.9, 595.3};

  private static final double SAME_SHEET = 0.02;
  private static final double LEAST_OF_AMONG = 20;

  private record Placed(ScaleNote note, TextLabel text) {}

  private final List<Placed> notes;
  private final double longSide;
  private final boolean none;

  private SheetNotes(List<Placed> notes, double longSide, boolean none) {
    this.notes = notes;
    this.longSide = longSide;
    this.none = none;
  }

  static SheetNotes of(List<TextLabel> texts, List<View> views) {
    var notes = new ArrayList<Placed>();
    boolean none = false;
    for (var text : texts) {
      var found = ScaleNote.in(text.text());
      found.forEach(note -> notes.add(new Placed(note, text)));
      none = none || (found.isEmpty() && ScaleNote.isNone(text.text()));
    }
    double longSide =
        views.stream()
            .filter(view -> view.kind() == View.Kind.PAGE && !view.extents().isEmpty())
            .mapToDouble(
                view ->
                    Math.max(
                        view.extents().max().x() - view.extents().min().x(),
                        view.extents().max().y() - view.extents().min().y()))
            .findFirst()
            .orElse(0);
    return new SheetNotes(notes, longSide, none);
  }

  /** Denominators and how likely they are by the notes: natural logarithms of odds. */
  Map<Double, Double> candidates() {
    var odds = new LinkedHashMap<Double, Double>();
    for (var placed : notes) {
      var note = placed.note();
      double weight = weight(note);
      double factor = factor(note);
      if (Math.abs(Math.log(factor)) > SAME_SHEET) {
        merge(odds, note.denominator() * factor, weight + MADE_FIT);
        merge(odds, note.denominator(), weight + NOT_MADE_FIT);
      } else {
        merge(odds, note.denominator(), weight);
        for (double size : new double[] {2, Math.sqrt(2), Math.sqrt(0.5), 0.5}) {
          merge(odds, note.denominator() * size, Math.min(weight - NAMED, 0) + OTHER_SIZE);
        }
      }
    }
    double less = SEVERAL * Math.log(Math.max(1, (double) distinct()));
    odds.replaceAll((denominator, one) -> one > 0 ? one - less : one);
    return odds;
  }

  private static void merge(Map<Double, Double> odds, double denominator, double weight) {
    odds.merge(denominator, weight, Math::max);
  }

  private long distinct() {
    return notes.stream()
        .filter(placed -> placed.note().strength() != ScaleNote.Strength.AMONG)
        .map(placed -> placed.note().denominator())
        .distinct()
        .count();
  }

  private static double weight(ScaleNote note) {
    return switch (note.strength()) {
      case NAMED -> NAMED;
      case ALONE -> note.denominator() < LEAST_OF_AMONG ? AMONG : ALONE;
      case AMONG -> note.denominator() < LEAST_OF_AMONG ? -3 : AMONG;
    };
  }

  /** How much larger the paper it was written for is than this. */
  private double factor(ScaleNote note) {
    return note.sheet().isEmpty() || longSide <= 0 ? 1 : SHEETS[note.sheet().get()] / longSide;
  }

  /** What the sheet says: the surest note, of those the one written largest; empty without any. */
  Optional<Double> declared() {
    return notes.stream()
        .filter(placed -> placed.note().strength() != ScaleNote.Strength.AMONG)
        .max(
            Comparator.comparingDouble((Placed placed) -> weight(placed.note()))
                .thenComparingDouble(
                    placed -> -Math.abs(Math.log(factor(placed.note())))) // for this paper
                .thenComparingDouble(placed -> placed.text().height()))
        .map(placed -> placed.note().denominator());
  }

  String sentence() {
    if (notes.stream().allMatch(p -> p.note().strength() == ScaleNote.Strength.AMONG)) {
      return none
          ? "the sheet says that it is not at one scale"
          : "no scale is written on the sheet";
    }
    var said =
        notes.stream()
            .filter(placed -> placed.note().strength() != ScaleNote.Strength.AMONG)
            .map(placed -> "\"" + placed.text().text().strip().replaceAll("\\s+", " ") + "\"")
            .distinct()
            .limit(5)
            .toList();
    return "the sheet says " + String.join(", ", said);
  }
}
