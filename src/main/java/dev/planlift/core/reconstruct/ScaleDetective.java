package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.drawing.View;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.UnitDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides the scale of a sheet whose unit is the point (1/72 inch on paper): the option, else the
 * scale with which what is written and drawn goes best together. Clues give natural logarithms of
 * odds and add up, as in {@link UnitDetective}. What dimensions say against the lines beside them
 * counts most: a sheet is often not printed at the size its note was written for.
 */
final class ScaleDetective {
  static final double POINT_M = 0.0254 / 72;

  /** The clues hang together. */
  private static final double DOUBT = 1.4;

  private static final double MOST_SURE = 0.99;
  private static final double LEAST_SURE = 0.3;

  /** Texts that may be dimensions; more say the same. */
  private static final int MOST_DIMENSIONS = 4000;

  /** At the scale it names, on paper larger than there is. */
  private static final double NO_SUCH_PAPER = -2;

  private record Ranked(UnitCandidate candidate, double score) {}

  /** As it is said for people and in the model: "1:100", "1:70.4". */
  static String name(double denominator) {
    double whole = Math.rint(denominator);
    boolean near = Math.abs(denominator - whole) < 0.0005 * denominator;
    return near
        ? "1:" + (long) whole
        : String.format(Locale.ROOT, denominator < 10 ? "1:%.2f" : "1:%.1f", denominator);
  }

  UnitDecision decide(List<View> views, SeenItems seen, ConversionOptions options) {
    var survey = new PaperSurvey();
    seen.visit(survey);
    var notes = SheetNotes.of(survey.texts(), views);
    var declared = notes.declared().map(ScaleDetective::name).orElse("none");
    if (options.isGiven(Option.SCALE) && !options.text(Option.SCALE).isEmpty()) {
      double denominator = Double.parseDouble(options.text(Option.SCALE).substring(2));
      return new UnitDecision(
          declared, name(denominator), denominator * POINT_M, 1, List.of("asked for by an option"));
    }
    var unit = Optional.of(options.text(Option.UNITS)).filter(text -> !text.isEmpty());
    var clues = clues(survey, views, unit);
    double tooLarge = PageDots.timesTooLarge(views);
    var ranked = ranked(candidates(notes, clues, isImperial(survey.texts()), tooLarge), clues);
    return decision(declared, notes, ranked, clues);
  }

  private static List<UnitClue> clues(PaperSurvey survey, List<View> views, Optional<String> unit) {
    var index = survey.lines();
    var clues = new ArrayList<UnitClue>();
    dimensions(survey, index, unit).ifPresent(clues::add);
    bars(survey.texts(), index).ifPresent(clues::add);
    MeasureClue.of(views.stream().map(View::measure).flatMap(Optional::stream).toList(), unit)
        .ifPresent(clues::add);
    clues.addAll(survey.evidence(index).clues());
    return clues;
  }

  private static Optional<UnitClue> dimensions(
      PaperSurvey survey, LineIndex index, Optional<String> unit) {
    var spans = new PaperSpans(index, survey.longer());
    var votes = new ScaleVotes();
    int count = 0;
    var stated = unit.or(() -> StatedUnit.in(survey.texts()).map(LengthUnit::symbol));
    for (var text : survey.texts()) {
      var lengths = PaperLength.in(text.text());
      if (!lengths.isEmpty() && count++ < MOST_DIMENSIONS) {
        votes.text();
        for (var span : spans.of(text)) {
          for (var length : lengths) {
            votes.vote(said(length, stated), span.length(), span.weight());
          }
        }
      }
    }
    return votes.clue(votes.peaks());
  }

  /** What is in another unit than the sheet says is less likely meant so. */
  private static PaperLength said(PaperLength length, Optional<String> stated) {
    boolean other =
        length.cost() > 0 && stated.isPresent() && !length.unit().symbol().equals(stated.get());
    return other
        ? new PaperLength(length.metres(), length.cost() + 2.5, length.roundedM(), length.unit())
        : length;
  }

  private static Optional<UnitClue> bars(List<TextLabel> texts, LineIndex lines) {
    var readings = new ArrayList<UnitClue.Reading>();
    var bars = ScaleBar.in(texts);
    for (var bar : bars.isEmpty() ? ScaleBar.ended(texts, lines) : bars) {
      double doubt = bar.unit() ? 0 : 1.5;
      readings.add(new UnitClue.Reading(bar.metresPerUnit(), doubt + (bar.numbers() > 3 ? 0 : 1)));
    }
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(new UnitClue.Measured("numbers along a scale bar", readings, 0.03, 60, 5));
  }

  private static boolean isImperial(List<TextLabel> texts) {
    return texts.stream().map(TextLabel::text).filter(t -> t.matches(".*\\d\\s?['’′\"”].*")).count()
        >= 2;
  }

  private static List<UnitCandidate> candidates(
      SheetNotes notes, List<UnitClue> clues, boolean imperial, double tooLarge) {
    var all = new ArrayList<UnitCandidate>();
    var meant = new LinkedHashMap<>(UsualScales.odds(imperial));
    notes.candidates().forEach((denominator, odds) -> meant.merge(denominator, odds, Math::max));
    meant.forEach((denominator, odds) -> add(all, denominator / tooLarge, odds));
    if (tooLarge != 1) {
      meant.forEach((denominator, odds) -> add(all, denominator, odds + NO_SUCH_PAPER));
    }
    for (var clue : clues) {
      for (var reading : MeasureClue.readings(clue)) {
        add(all, reading.metresPerUnit() / POINT_M, UsualScales.ODD);
      }
    }
    return all;
  }

  /** Of the same scale the likelier; of measured ones each, near as they may be. */
  private static void add(List<UnitCandidate> all, double denominator, double odds) {
    if (denominator >= UsualScales.LARGEST && denominator <= UsualScales.SMALLEST) {
      all.add(new UnitCandidate(name(denominator), denominator * POINT_M, odds));
    }
  }

  private static List<Ranked> ranked(List<UnitCandidate> candidates, List<UnitClue> clues) {
    return candidates.stream()
        .map(
            c ->
                new Ranked(
                    c,
                    c.odds()
                        + clues.stream().mapToDouble(clue -> clue.fit(c.metresPerUnit())).sum()))
        .sorted(Comparator.comparingDouble((Ranked r) -> -r.score()))
        .toList();
  }

  private static UnitDecision decision(
      String declared, SheetNotes notes, List<Ranked> ranked, List<UnitClue> clues) {
    var best = ranked.getFirst();
    var used = best.candidate();
    double odds =
        1
            + ranked.stream()
                .filter(r -> isOther(r, best))
                .mapToDouble(r -> Math.exp((r.score() - best.score()) / DOUBT))
                .sum();
    var sentences = new ArrayList<String>();
    sentences.add(notes.sentence());
    clues.forEach(clue -> sentences.add(clue.sentence(used.name(), used.metresPerUnit())));
    return new UnitDecision(
        declared,
        used.name(),
        used.metresPerUnit(),
        Math.clamp(1 / odds, LEAST_SURE, MOST_SURE),
        sentences);
  }

  private static boolean isOther(Ranked one, Ranked best) {
    double ratio = one.candidate().metresPerUnit() / best.candidate().metresPerUnit();
    return Math.abs(Math.log(ratio)) > 0.015;
  }
}
