package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What measure dictionaries say; many programs leave out the unit, which is then to be found. */
final class MeasureClue {
  private static final double MOST = 11;

  /** The factors are written with few digits. */
  private static final double TOLERANCE = 0.001;

  private static final double SLOPE = 1500;

  private MeasureClue() {}

  static Optional<UnitClue> of(List<Measure> measures, Optional<String> unit) {
    var readings = new ArrayList<UnitClue.Reading>();
    for (var measure : measures) {
      var named = named(measure.unit());
      if (named.isPresent()) {
        readings.add(new UnitClue.Reading(measure.perUnit() * named.get().metres(), 0));
      } else {
        for (var one : UnitDetective.CANDIDATES) {
          double cost = unit.isPresent() && !unit.get().equals(one.symbol()) ? 4 : cost(one);
          readings.add(new UnitClue.Reading(measure.perUnit() * one.metres(), cost));
        }
      }
    }
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new UnitClue.Measured("the file's own measures", readings, TOLERANCE, SLOPE, MOST));
  }

  private static Optional<LengthUnit> named(String unit) {
    var plain = unit.strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "inch", "inches", "\"" -> Optional.of(LengthUnit.IN);
      case "feet", "foot", "'", "sf" -> Optional.of(LengthUnit.FT);
      case "yard", "yards" -> Optional.of(LengthUnit.YD);
      case "metre", "meter", "metres", "meters" -> Optional.of(LengthUnit.M);
      default -> LengthUnit.named(plain);
    };
  }

  private static double cost(LengthUnit unit) {
    return switch (unit) {
      case MM -> 0;
      case M, CM -> 0.4;
      case IN -> 0.6;
      case FT -> 1.2;
      case DM, KM, YD -> 3;
    };
  }

  /** What a clue says a unit measures, where it says so closely. */
  static List<UnitClue.Reading> readings(UnitClue clue) {
    return switch (clue) {
      case UnitClue.Measured measured -> measured.readings();
      case UnitClue.Written written -> written.readings();
      case UnitClue.Size ignored -> List.of();
    };
  }
}
