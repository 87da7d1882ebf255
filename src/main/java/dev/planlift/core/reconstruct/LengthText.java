package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the lengths and areas that people write into drawings: "1.74", "5'-2 1/2\"", "60 m²". */
final class LengthText {
  private static final double FOOT_M = 0.3048;
  private static final double INCH_M = 0.0254;

  private static final String NUMBER = "(\\d+(?:[.,]\\d+)?)";
  private static final String FEET =
      "(\\d+(?:\\.\\d+)?)\\s*'(?:\\s*-?\\s*(\\d+(?:\\.\\d+)?)?(?:\\s*(\\d+)/(\\d+))?\\s*\"?)?";
  private static final String INCHES = "(\\d+(?:\\.\\d+)?)?(?:\\s*(\\d+)/(\\d+))?\\s*\"";

  private static final Pattern FEET_ONLY = Pattern.compile(FEET);
  private static final Pattern INCHES_ONLY = Pattern.compile(INCHES);
  private static final Pattern METRIC =
      Pattern.compile(NUMBER + "\\s*(mm|cm|dm|m|metros|meter|metre|ft|feet|in|inch|inches)?\\.?");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[x×*]\\s*");
  private static final Map<String, Double> METRES =
      Map.ofEntries(
          Map.entry("mm", 0.001),
          Map.entry("cm", 0.01),
          Map.entry("dm", 0.1),
          Map.entry("m", 1.0),
          Map.entry("metros", 1.0),
          Map.entry("meter", 1.0),
          Map.entry("metre", 1.0),
          Map.entry("ft", FOOT_M),
          Map.entry("feet", FOOT_M),
          Map.entry("in", INCH_M),
          Map.entry("inch", INCH_M),
          Map.entry("inches", INCH_M));

  /**
   * A written length.
   *
   * @param number as written; of feet and inches the metres
   * @param metres that one of the number is; empty where no unit is written
   * @param decimals as written
   */
  record Written(double number, OptionalDouble metres, int decimals) {}

  private LengthText() {}

  /** A text that is nothing but one length. */
  static Optional<Written> lengthOf(String text) {
    var plain = plain(text);
    var feet = FEET_ONLY.matcher(plain);
    if (feet.matches()) {
      double inches = part(feet, 2) + fraction(feet, 3);
      return exact(part(feet, 1) * FOOT_M + inches * INCH_M);
    }
    var inches = INCHES_ONLY.matcher(plain);
    if (inches.matches()) {
      return exact((part(inches, 1) + fraction(inches, 2)) * INCH_M);
    }
    var metric = METRIC.matcher(plain);
    if (!metric.matches()) {
      return Optional.empty();
    }
    var digits = metric.group(1).replace(',', '.');
    int point = digits.indexOf('.');
    var unit = Optional.ofNullable(metric.group(2)).map(METRES::get);
    return Optional.of(
        new Written(
            Double.parseDouble(digits),
            unit.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
            point < 0 ? 0 : digits.length() - point - 1));
  }

  /** Breadth and length of a room, "4.20 x 3.50", from any line of a text; else empty. */
  static Optional<List<Written>> sizeOf(String text) {
    for (var line : text.split("\n", -1)) {
      var sides = BETWEEN.split(plain(line), -1);
      if (sides.length == 2) {
        var a = lengthOf(sides[0]);
        var b = lengthOf(sides[1]);
        if (a.isPresent() && b.isPresent()) {
          return Optional.of(List.of(a.get(), b.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The area in square metres that is printed in any line of a text; else empty. */
  static OptionalDouble areaOf(String text) {
    return text.lines()
        .map(PrintedArea::in)
        .flatMap(Optional::stream)
        .mapToDouble(area -> area.readings().getFirst())
        .filter(area -> area > 0)
        .findFirst();
  }

  private static String plain(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replace("''", "\"")
        .replace('′', '\'')
        .replace('’', '\'')
        .replace('‘', '\'')
        .replace('″', '"')
        .replace('”', '"')
        .replace('“', '"');
  }

  private static Optional<Written> exact(double metres) {
    return metres > 0
        ? Optional.of(new Written(metres, OptionalDouble.of(1), 2))
        : Optional.empty();
  }

  private static double part(MatchResult found, int group) {
    var text = found.group(group);
    return text == null ? 0 : Double.parseDouble(text);
  }

  private static double fraction(MatchResult found, int group) {
    double below = part(found, group + 1);
    return below > 0 ? part(found, group) / below : 0;
  }
}
