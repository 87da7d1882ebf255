package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.UnitDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides a drawing's unit: the option, else the unit in which what is drawn and written goes best
 * together. What the drawing declares counts for much; strong contradiction overrules it. Each clue
 * gives natural logarithms of odds, which add up, and each is bounded, so that one misread thing
 * cannot decide alone against all others.
 */
final class UnitDetective {
  /** Units to be thought of whatever is declared. */
  static final List<LengthUnit> CANDIDATES =
      List.of(
          LengthUnit.MM, LengthUnit.CM, LengthUnit.M, LengthUnit.IN, LengthUnit.FT, LengthUnit.DM);

  /** What programs declare by themselves is worth less than what somebody has chosen. */
  private static final double BY_DEFAULT = 3;

  private static final double CHOSEN = 3.5;

  /** Scaled drawings in model space are rare; less so where a scale is written somewhere. */
  private static final double SCALED = -4.5;

  private static final double SCALE_WRITTEN = 1.5;

  /** Nearer units are the same: US survey feet, and yards as against metres. */
  private static final double SAME = 0.015;

  /** So much better must another unit go with all there is before the declared one is given up. */
  private static final double DISBELIEF = 0.9;

  /** Where nothing says that it is a building, sizes of buildings say little. */
  private static final double DISBELIEF_OF_PARTS = 3;

  /** Clues hang together, so the odds are less than they add up to. */
  private static final double DOUBT = 1.4;

  private static final double MOST_SURE = 0.99;
  private static final double LEAST_SURE = 0.3;

  private record Ranked(UnitCandidate candidate, double score) {}

  UnitDecision decide(DeclaredUnit declared, SeenItems seen, ConversionOptions options) {
    if (options.isGiven(Option.UNITS) && !options.text(Option.UNITS).isEmpty()) {
      var name = options.text(Option.UNITS);
      double metres = LengthUnit.named(name).orElseThrow().metres();
      return new UnitDecision(declared.name(), name, metres, 1, List.of("asked for by an option"));
    }
    var evidence = UnitEvidence.of(seen);
    var ranked = new ArrayList<Ranked>();
    for (var candidate : candidates(declared, evidence)) {
      double prior = prior(candidate, declared);
      ranked.add(new Ranked(candidate, prior + evidence.fit(candidate.metresPerUnit())));
    }
    var best = ranked.getFirst(); // what is declared, where anything is
    if (declares(declared) && !evidence.tells()) {
      return decision(declared, evidence, best, ranked);
    }
    double least = declares(declared) ? evidence.building() ? DISBELIEF : DISBELIEF_OF_PARTS : 0;
    for (var other : ranked.subList(1, ranked.size())) {
      if (other.score() > best.score() + least) {
        best = other;
        least = 0;
      }
    }
    return decision(declared, evidence, best, ranked);
  }

  private static List<UnitCandidate> candidates(DeclaredUnit declared, UnitEvidence evidence) {
    var candidates = new ArrayList<UnitCandidate>();
    declared
        .metresPerUnit()
        .ifPresent(metres -> candidates.add(new UnitCandidate(declared.name(), metres, 0)));
    for (var unit : CANDIDATES) {
      addNew(candidates, new UnitCandidate(unit.symbol(), unit.metres(), 0));
    }
    for (int scale : List.of(20, 50, 200, 500)) {
      double odds = SCALED + (evidence.scales().contains(scale) ? SCALE_WRITTEN : 0);
      addNew(candidates, UnitCandidate.atScale(LengthUnit.MM, scale, odds));
    }
    for (double metres : evidence.written()) {
      addNew(candidates, UnitCandidate.written(metres, SCALED));
    }
    return candidates;
  }

  private static void addNew(List<UnitCandidate> candidates, UnitCandidate one) {
    boolean known =
        candidates.stream()
            .anyMatch(c -> Math.abs(Math.log(c.metresPerUnit() / one.metresPerUnit())) < SAME);
    if (!known) {
      candidates.add(one);
    }
  }

  private static double prior(UnitCandidate candidate, DeclaredUnit declared) {
    var unit = LengthUnit.named(candidate.name());
    if (candidate.name().equals(declared.name())) {
      return unit.filter(UnitDetective::isDefault).isPresent() ? BY_DEFAULT : CHOSEN;
    }
    boolean declares = declares(declared);
    double common = unit.map(u -> commonness(u, declared.imperial() && !declares)).orElse(0.0);
    return candidate.odds() + (declares ? 0.7 : 1) * common;
  }

  private static boolean declares(DeclaredUnit declared) {
    return declared.metresPerUnit().isPresent();
  }

  private static boolean isDefault(LengthUnit unit) {
    return unit == LengthUnit.MM || unit == LengthUnit.M || unit == LengthUnit.IN;
  }

  /** How common a unit is in drawings of buildings; decides where the sizes leave it open. */
  private static double commonness(LengthUnit unit, boolean imperial) {
    return switch (unit) {
      case MM -> 1;
      case M -> 0.7;
      case CM -> 0.5;
      case IN -> imperial ? 0.8 : -0.2;
      case FT -> imperial ? 0 : -0.6;
      case DM, KM, YD -> -2;
    };
  }

  private static UnitDecision decision(
      DeclaredUnit declared, UnitEvidence evidence, Ranked best, List<Ranked> ranked) {
    double odds =
        ranked.stream().mapToDouble(r -> Math.exp((r.score() - best.score()) / DOUBT)).sum();
    double confidence = Math.clamp(1 / odds, LEAST_SURE, MOST_SURE);
    var used = best.candidate();
    var sentences = new ArrayList<String>();
    if (declared.metresPerUnit().isEmpty()) {
      sentences.add("the drawing declares no unit");
    } else if (used.name().equals(declared.name())) {
      sentences.add("the drawing declares " + declared.name());
    } else {
      sentences.add(
          "the drawing declares " + declared.name() + ", which what is drawn speaks against");
      sentences.addAll(evidence.against(declared.name(), declared.metresPerUnit().orElse(1)));
    }
    sentences.addAll(evidence.sentences(used.name(), used.metresPerUnit()));
    return new UnitDecision(
        declared.name(), used.name(), used.metresPerUnit(), confidence, sentences);
  }
}
