package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.reconstruct.LengthText.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what dimensions say with what they measure. One use, one thread. */
final class WrittenDimensions {
  private static final int MOST = 2000;

  /** Dimensions agree within this share, as a logarithm: they are rounded when written. */
  private static final double ALIKE = 0.03;

  private static final int MANY = 3;

  /** A written number over the drawn length, both without the unit where none is written. */
  private record Said(double ratio, double measured, boolean unit, int decimals) {}

  private final List<Said> said = new ArrayList<>();

  void add(MeasuredDimension dimension) {
    boolean length =
        dimension.kind() == MeasuredDimension.Kind.LINEAR
            || dimension.kind() == MeasuredDimension.Kind.ALIGNED;
    if (length && said.size() < MOST && dimension.measured() > 0) {
      text(dimension)
          .flatMap(LengthText::lengthOf)
          .filter(written -> written.number() > 0)
          .ifPresent(written -> said.add(said(written, dimension.measured())));
    }
  }

  private static Said said(Written written, double measured) {
    double unit = written.metres().orElse(1);
    return new Said(
        written.number() * unit / measured,
        measured,
        written.metres().isPresent(),
        written.decimals());
  }

  /** What stands there: what the dimension's picture shows, else what it is told to show. */
  private static Optional<String> text(MeasuredDimension dimension) {
    var shown = new ArrayList<String>();
    new Expansion(4, 200)
        .visit(
            dimension.picture(),
            (item, inside) -> {
              if (item instanceof TextLabel label && !label.text().isBlank()) {
                shown.add(label.text().strip());
              }
            });
    return shown.isEmpty() ? dimension.text() : Optional.of(shown.getFirst());
  }

  /** Empty where too few say something, or each says something else. */
  Optional<UnitClue> clue() {
    var exact = agreeing(said.stream().filter(Said::unit));
    if (!exact.isEmpty()) {
      var reading = new UnitClue.Reading(ratio(exact), 0);
      return Optional.of(
          new UnitClue.Written(
              exact.size() + " dimensions that are written with their unit",
              List.of(reading),
              ALIKE,
              weight(exact, 10)));
    }
    var bare = agreeing(said.stream().filter(one -> !one.unit()));
    return bare.isEmpty() ? Optional.empty() : Optional.of(clueOf(bare));
  }

  /** More than half of them, and as many as are enough; none else. */
  private static List<Said> agreeing(Stream<Said> said) {
    var all = said.toList();
    if (all.isEmpty()) {
      return List.of();
    }
    double middle = ratio(all);
    var agreeing =
        all.stream().filter(one -> Math.abs(Math.log(one.ratio() / middle)) < ALIKE).toList();
    return agreeing.size() * 2 > all.size() ? agreeing : List.of();
  }

  private static double ratio(List<Said> said) {
    return middle(said.stream().mapToDouble(Said::ratio).toArray());
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Numbers alone: each unit they may be in is a reading, the less likely the odder they are. */
  private static UnitClue clueOf(List<Said> bare) {
    double ratio = ratio(bare);
    double written =
        middle(bare.stream().mapToDouble(one -> one.measured() * one.ratio()).toArray());
    double finest = bare.stream().mapToDouble(one -> Math.pow(10, -one.decimals())).min().orElse(1);
    var readings = new ArrayList<UnitClue.Reading>();
    for (var unit : UnitDetective.CANDIDATES) {
      double off = off(written * unit.metres(), 0.3, 12);
      double tooFine = off(finest * unit.metres(), 1e-6, 0.06);
      readings.add(new UnitClue.Reading(ratio * unit.metres(), off + 0.5 * tooFine));
    }
    return new UnitClue.Written(
        bare.size() + " dimensions with numbers like " + number(written),
        readings,
        ALIKE,
        weight(bare, 6));
  }

  /** What one or two dimensions say counts less. */
  private static double weight(List<Said> agreeing, double most) {
    return most * Math.min(1, agreeing.size() / (double) MANY);
  }

  private static String number(double written) {
    return written == Math.rint(written)
        ? Long.toString((long) written)
        : String.format(java.util.Locale.ROOT, "%.4g", written);
  }

  private static double off(double value, double low, double high) {
    return Math.max(0, Math.log(value < low ? low / value : value / high));
  }
}
