package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Locale;

/**
 * What one unit of a drawing may be.
 *
 * @param name such as "mm", "mm at 1:50" for a plan drawn as on paper, "0.0432 m" for no unit known
 * @param metresPerUnit greater than zero
 * @param odds how likely it is before anything is looked at, natural logarithm
 */
record UnitCandidate(String name, double metresPerUnit, double odds) {
  private static final double SAME = 0.015;
  private static final List<Integer> METRIC_SCALES = List.of(20, 25, 50, 75, 125, 200, 250, 500);
  private static final List<Integer> INCH_SCALES = List.of(24, 48, 96, 192);

  static UnitCandidate atScale(LengthUnit paper, int scale, double odds) {
    return new UnitCandidate(paper.symbol() + " at 1:" + scale, paper.metres() * scale, odds);
  }

  /** The unit, named or scaled, that is nearest to what is written; else the bare length. */
  static UnitCandidate written(double metresPerUnit, double odds) {
    for (var unit : LengthUnit.values()) {
      if (isSame(unit.metres(), metresPerUnit)) {
        return new UnitCandidate(unit.symbol(), unit.metres(), 0);
      }
    }
    for (int scale : METRIC_SCALES) {
      for (var paper : List.of(LengthUnit.MM, LengthUnit.CM)) {
        if (isSame(paper.metres() * scale, metresPerUnit)) {
          return atScale(paper, scale, odds);
        }
      }
    }
    for (int scale : INCH_SCALES) {
      if (isSame(LengthUnit.IN.metres() * scale, metresPerUnit)) {
        return atScale(LengthUnit.IN, scale, odds);
      }
    }
    return new UnitCandidate(
        String.format(Locale.ROOT, "%.4g m", metresPerUnit), metresPerUnit, odds);
  }

  private static boolean isSame(double a, double b) {
    return Math.abs(Math.log(a / b)) < SAME;
  }
}
