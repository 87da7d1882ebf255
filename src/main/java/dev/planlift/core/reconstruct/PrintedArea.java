package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An area as printed in a drawing.
 *
 * @param readings m², more than one where a comma or point may part thousands or decimals
 * @param exact false for measures by mats, which are of many sizes
 */
record PrintedArea(List<Double> readings, boolean exact) {
  PrintedArea {
    readings = List.copyOf(readings);
  }

  private static final double SQUARE_FOOT_M2 = 0.3048 * 0.3048;

  /** A Japanese and Korean tsubo or pyeong: 400/121 m². */
  private static final double TSUBO_M2 = 400.0 / 121;

  /** The least that a room let by mats may count for one (Japanese rules of advertising). */
  private static final double MAT_M2 = 1.62;

  private static final String FIGURE = "(\\d[\\d .,'’\\u00a0\\u202f]*\\d|\\d)";

  private static final String METRES =
      "m²|m2|m\\^2|㎡|qm|mq|sqm|sq\\.?\\s?m(?:et(?:er|re)s?|tr?s?)?\\b\\.?|м²|м2|кв\\.?\\s?м\\.?|平米|平方米";
  private static final String FEET =
      "s\\.?\\s?f\\.?|sq\\.?\\s?f(?:ee)?t\\.?|square f(?:ee|oo)t|ft²|ft2|ft\\^2|平方英尺";
  private static final String TSUBO = "坪|평";
  private static final String MATS = "帖|畳|疊";

  private static final Pattern WITH_UNIT =
      Pattern.compile(
          FIGURE
              + "\\s*(?:(?<m>"
              + METRES
              + ")|(?<ft>"
              + FEET
              + ")|(?<tsubo>"
              + TSUBO
              + ")|(?<mat>"
              + MATS
              + "))(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Figures that are said to be an area: "A = 24,50", "Fläche: 12.3"; square metres. */
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:a|s|f|nf|ngf|nrf|bgf|fl|fläche|grundfläche|wohnfläche|area|sup|superficie|surface|pow|(?<p>p)|面积|面積|면적)"
              + "\\.?\\s*[=:：]\\s*"
              + FIGURE.replaceFirst("\\(", "(?<figure>"),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "P = 1,20", "P = 120" are heights of parapets; no room is so small, or told so roughly. */
  private static final double PARAPET_M = 2;

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:^|[\\s,;(])(?:a|s|f|nf|ngf|nrf|bgf|fl|ca|area|sup|pow|p)?\\.?\\s*[=:：~≈]?\\s*[(\\[]?$",
          Pattern.CASE_INSENSITIVE);

  /** The area printed in a line of text. */
  static Optional<PrintedArea> in(String line) {
    var matcher = WITH_UNIT.matcher(line);
    if (matcher.find()) {
      boolean mats = matcher.group("mat") != null;
      double unit = unitM2(matcher);
      return Optional.of(
          new PrintedArea(
              numbers(matcher.group(1)).stream().map(number -> number * unit).toList(), !mats));
    }
    var called = CALLED.matcher(line.strip());
    if (!called.matches()) {
      return Optional.empty();
    }
    var readings = numbers(called.group("figure"));
    boolean rough = readings.getFirst() == Math.rint(readings.getFirst());
    boolean parapet = called.group("p") != null && (rough || readings.getFirst() < PARAPET_M);
    return parapet ? Optional.empty() : Optional.of(new PrintedArea(readings, true));
  }

  private static double unitM2(Matcher matcher) {
    if (matcher.group("ft") != null) {
      return SQUARE_FOOT_M2;
    }
    if (matcher.group("tsubo") != null) {
      return TSUBO_M2;
    }
    return matcher.group("mat") != null ? MAT_M2 : 1;
  }

  /** What else a line says, where it holds a printed area. */
  static String without(String line) {
    var matcher = WITH_UNIT.matcher(line);
    if (!matcher.find()) {
      return "";
    }
    var before = BEFORE.matcher(line.substring(0, matcher.start())).replaceFirst("");
    var after = line.substring(matcher.end()).replaceFirst("^[)\\],;\\s]+", "");
    return (before + " " + after).strip();
  }

  /** What a figure may mean: the last comma or point parts decimals, or all part thousands. */
  private static List<Double> numbers(String figure) {
    var plain = figure.replaceAll("[ '’\\u00a0\\u202f]", "");
    int last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    var whole = plain.replaceAll("[.,]", "");
    if (last < 0) {
      return List.of(Double.parseDouble(whole));
    }
    var decimals = plain.substring(last + 1);
    double parted =
        Double.parseDouble(plain.substring(0, last).replaceAll("[.,]", "") + "." + decimals);
    return decimals.length() == 3 ? List.of(parted, Double.parseDouble(whole)) : List.of(parted);
  }

  static PrintedArea sum(List<PrintedArea> areas) {
    double sum = areas.stream().mapToDouble(area -> area.readings().getFirst()).sum();
    return new PrintedArea(List.of(sum), areas.stream().allMatch(PrintedArea::exact));
  }

  /** Of the readings the one nearest to what was measured, by their ratio. */
  double nearestTo(double measuredM2) {
    double nearest = readings.getFirst();
    for (double reading : readings) {
      if (Math.abs(Math.log(reading / measuredM2)) < Math.abs(Math.log(nearest / measuredM2))) {
        nearest = reading;
      }
    }
    return nearest;
  }
}
