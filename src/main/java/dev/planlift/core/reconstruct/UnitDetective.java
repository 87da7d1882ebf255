package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.UnitDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides a drawing's unit: the option, else what the drawing declares unless its sizes say that it
 * is absurd, else the unit in which its sizes are those of a building.
 */
final class UnitDetective {
  private static final List<LengthUnit> CANDIDATES =
      List.of(LengthUnit.MM, LengthUnit.CM, LengthUnit.M, LengthUnit.IN, LengthUnit.FT);

  /** So much better must another unit fit before the declared one is not believed. */
  private static final double DISBELIEF = 6;

  /** A plan with walls that is smaller than this in the declared unit is not in that unit. */
  private static final double MIN_HOUSE_M = 1;

  /** So many doors at least must speak against it: parts and maps have other sizes than houses. */
  private static final int MIN_SWINGS = 3;

  /** How common a unit is in drawings that declare none; decides where the sizes leave it open. */
  private static double commonness(LengthUnit unit, boolean imperial) {
    boolean inches = unit == LengthUnit.IN || unit == LengthUnit.FT;
    double byUse =
        switch (unit) {
          case MM -> 0.5;
          case M -> 0.3;
          case CM -> 0.2;
          case IN, FT -> -0.3;
          case DM, KM, YD -> -1;
        };
    return byUse + (inches && imperial ? 0.5 : 0);
  }

  UnitDecision decide(DeclaredUnit declared, SeenItems seen, ConversionOptions options) {
    if (options.isGiven(Option.UNITS) && !options.text(Option.UNITS).isEmpty()) {
      var name = options.text(Option.UNITS);
      double metres = LengthUnit.named(name).orElseThrow().metres();
      return new UnitDecision(declared.name(), name, metres, 1, List.of("asked for by an option"));
    }
    var sizes = SizeEvidence.of(seen);
    var best = best(sizes, declared.imperial());
    if (declared.metresPerUnit().isPresent()) {
      return declared(declared, declared.metresPerUnit().getAsDouble(), best, sizes);
    }
    double margin = fit(sizes, best.metres()) - secondFit(sizes, best, declared.imperial());
    double confidence = Math.clamp(0.5 + margin / 12, 0.3, 0.95);
    var evidence = new ArrayList<>(List.of("the drawing declares no unit"));
    evidence.addAll(sentences(sizes, best.symbol(), best.metres()));
    return new UnitDecision(declared.name(), best.symbol(), best.metres(), confidence, evidence);
  }

  private static UnitDecision declared(
      DeclaredUnit declared, double metres, LengthUnit best, SizeEvidence sizes) {
    double own = fit(sizes, metres);
    boolean doors = sizes.swings().length >= MIN_SWINGS;
    boolean tinyHouse = sizes.walls() && sizes.extents() * metres < MIN_HOUSE_M;
    if (tinyHouse) {
      own -= DISBELIEF;
    }
    if (!(doors || tinyHouse) || fit(sizes, best.metres()) - own < DISBELIEF) {
      var evidence = new ArrayList<>(List.of("the drawing declares " + declared.name()));
      evidence.addAll(sentences(sizes, declared.name(), metres));
      return new UnitDecision(
          declared.name(),
          declared.name(),
          metres,
          Math.clamp(0.9 + own / 100, 0.6, 0.99),
          evidence);
    }
    var evidence =
        new ArrayList<>(
            List.of("the drawing declares " + declared.name() + ", in which its sizes are absurd"));
    evidence.addAll(sentences(sizes, best.symbol(), best.metres()));
    return new UnitDecision(declared.name(), best.symbol(), best.metres(), 0.7, evidence);
  }

  private static LengthUnit best(SizeEvidence sizes, boolean imperial) {
    var best = CANDIDATES.getFirst();
    for (var unit : CANDIDATES) {
      if (total(sizes, unit, imperial) > total(sizes, best, imperial)) {
        best = unit;
      }
    }
    return best;
  }

  private static double secondFit(SizeEvidence sizes, LengthUnit best, boolean imperial) {
    return CANDIDATES.stream()
        .filter(unit -> unit != best)
        .mapToDouble(unit -> total(sizes, unit, imperial))
        .max()
        .orElse(0);
  }

  private static double total(SizeEvidence sizes, LengthUnit unit, boolean imperial) {
    return fit(sizes, unit.metres()) + commonness(unit, imperial);
  }

  /** How well the sizes fit a building; 0 is best, each term costs by how far off it is. */
  private static double fit(SizeEvidence sizes, double metres) {
    double fit = 0;
    if (sizes.swings().length > 0) {
      double weight = Math.min(3, 1 + sizes.swings().length / 4.0);
      fit -= weight * off(sizes.medianSwing() * metres, 0.6, 1.1);
    }
    if (sizes.textHeights().length > 0) {
      fit -= 0.7 * off(sizes.medianTextHeight() * metres, 0.08, 0.5);
    }
    if (sizes.extents() > 0) {
      fit -= 0.5 * off(sizes.extents() * metres, 4, 120);
    }
    return fit;
  }

  /** 0 within the range, growing by about 3 per factor of two outside it, at most 12. */
  private static double off(double value, double low, double high) {
    double factor = value < low ? low / Math.max(value, 1e-12) : Math.max(1, value / high);
    return Math.min(12, 3 * Math.log(factor) / Math.log(2));
  }

  private static List<String> sentences(SizeEvidence sizes, String unit, double metres) {
    var sentences = new ArrayList<String>();
    if (sizes.swings().length > 0) {
      sentences.add(
          sizes.swings().length
              + " quarter circles (door swings) of "
              + metresText(sizes.medianSwing() * metres)
              + " in "
              + unit);
    }
    if (sizes.textHeights().length > 0) {
      sentences.add(
          "texts are " + metresText(sizes.medianTextHeight() * metres) + " high in " + unit);
    }
    if (sizes.extents() > 0) {
      sentences.add(
          "what is drawn extends over " + metresText(sizes.extents() * metres) + " in " + unit);
    }
    return sentences;
  }

  private static String metresText(double metres) {
    return String.format(Locale.ROOT, "%.3g m", metres);
  }
}
