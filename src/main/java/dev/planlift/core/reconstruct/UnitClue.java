package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Locale;

/** Something drawn or written that speaks for and against units. */
sealed interface UnitClue {
  /**
   * How well it goes with a unit: 0 is best, less is worse. Natural logarithms, as of odds.
   *
   * @param metresPerUnit of the unit in question
   */
  double fit(double metresPerUnit);

  /** What it says, for people. */
  String sentence(String unit, double metresPerUnit);

  /**
   * Things whose size is known.
   *
   * @param what in words, with a place for the size
   * @param size their middle size, source units
   * @param lowM what such things measure at least, metres
   * @param highM and at most
   * @param slope what being off by a factor of e costs
   * @param most that it can cost: such things may be others than they seem
   */
  record Size(String what, double size, double lowM, double highM, double slope, double most)
      implements UnitClue {
    @Override
    public double fit(double metresPerUnit) {
      double metres = size * metresPerUnit;
      double factor = metres < lowM ? lowM / Math.max(metres, 1e-12) : metres / highM;
      return -Math.min(most, slope * Math.max(0, Math.log(factor)));
    }

    @Override
    public String sentence(String unit, double metresPerUnit) {
      return String.format(Locale.ROOT, what, size * metresPerUnit) + " in " + unit;
    }

    /** The same where less can be built on it. */
    Size weaker(double share) {
      return new Size(what, size, lowM, highM, slope * share, most * share);
    }
  }

  /**
   * Lengths that are written beside what they measure.
   *
   * @param what in words
   * @param readings what they may mean
   * @param tolerance within which a unit agrees, as a logarithm
   * @param most that disagreeing can cost
   */
  record Written(String what, List<Reading> readings, double tolerance, double most)
      implements UnitClue {
    private static final double SLOPE = 12;

    public Written {
      readings = List.copyOf(readings);
    }

    @Override
    public double fit(double metresPerUnit) {
      return readings.stream()
          .mapToDouble(r -> -r.cost() - SLOPE * Math.max(0, r.off(metresPerUnit) - tolerance))
          .reduce(-most, Math::max);
    }

    @Override
    public String sentence(String unit, double metresPerUnit) {
      boolean agree = readings.stream().anyMatch(r -> r.off(metresPerUnit) < tolerance + 0.01);
      return what + (agree ? " agree with " : " do not agree with ") + unit;
    }
  }

  /**
   * Lengths that are written beside lines, measured closely.
   *
   * @param what in words
   * @param readings what they may mean
   * @param tolerance within which it is known, as a logarithm
   * @param slope what being off by a factor of e costs; lines are drawn exactly, so it is steep
   * @param most that disagreeing can cost
   */
  record Measured(String what, List<Reading> readings, double tolerance, double slope, double most)
      implements UnitClue {
    public Measured {
      readings = List.copyOf(readings);
    }

    @Override
    public double fit(double metresPerUnit) {
      return readings.stream()
          .mapToDouble(r -> -r.cost() - slope * Math.max(0, r.off(metresPerUnit) - tolerance))
          .reduce(-most, Math::max);
    }

    @Override
    public String sentence(String unit, double metresPerUnit) {
      boolean agree = readings.stream().anyMatch(r -> r.off(metresPerUnit) < tolerance + 0.004);
      return what + (agree ? " agree with " : " do not agree with ") + unit;
    }
  }

  /**
   * One way to read what is written.
   *
   * @param cost how unlikely it is to be meant so
   */
  record Reading(double metresPerUnit, double cost) {
    /** How far a unit is from it, as a logarithm. */
    double off(double other) {
      return Math.abs(Math.log(other / metresPerUnit));
    }
  }
}
