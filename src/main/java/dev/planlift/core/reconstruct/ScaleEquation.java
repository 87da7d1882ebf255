package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two lengths of which a line says that one stands for the other: "1/4\" = 1'-0\"", "1 cm = 1 m".
 *
 * @param denominator how many times larger the second one is
 * @param start where it is in the line
 * @param end and where it ends
 * @param needsName whether without a word for scale before it, it would be something else: half of
 *     an equation, or a slope
 */
record ScaleEquation(double denominator, int start, int end, boolean needsName) {
  private static final String NUMBER = "(\\d+(?:[.,]\\d+)?|[.,]\\d+)";
  private static final String PART = "(?:" + NUMBER + "(?:[\\s-]+(\\d+)/(\\d+))?|(\\d+)/(\\d+))";
  private static final String INCH = "(?:\"|inch(?:es)?\\b|in\\b\\.?)";
  private static final String FOOT = "(?:'|feet\\b|foot\\b|ft\\b\\.?)";
  private static final String TO = "\\s*(?:=|:|≙|->|\\bto\\b|\\bequals?\\b|\\bentspricht\\b)\\s*";

  private static final Pattern IMPERIAL =
      Pattern.compile(
          "(?<![\\d/.])"
              + PART
              + "\\s?-?"
              + INCH
              + TO
              + "(one\\b|\\d+(?:[.,]\\d+)?)\\s?-?"
              + FOOT
              + "(?:\\s?-?\\s?(\\d+)\\s?(?:"
              + INCH
              + ")?)?");

  /** "SCALE 1/4\"" and no more. */
  private static final Pattern TO_A_FOOT =
      Pattern.compile("(?<![\\d/.])" + PART + "\\s?" + INCH + "(?![^)]*[\\d=])");

  private static final Pattern METRIC =
      Pattern.compile(
          "(?<![\\d/.,])"
              + NUMBER
              + "\\s?(mm|cm|мм|см)"
              + TO
              + "(\\d+(?:[.,]\\d+)?)\\s?(mm|cm|m|km|мм|см|м|км)(?![\\p{L}\\d])");

  /** "2 cm/m", "0,02 p.m.": so much of it for a metre. */
  private static final Pattern TO_A_METRE =
      Pattern.compile(
          "(?<![\\d/.,])"
              + NUMBER
              + "\\s?(mm|cm|m)?\\s?(?:/|p\\.?|par|pour|per|pro)\\s?m(?:etre)?"
              + "(?![\\p{L}\\d])");

  private static final double FOOT_IN = 12;

  /** The equations of a line in its order, by the way they are written. */
  static List<ScaleEquation> in(String line) {
    var found = new ArrayList<ScaleEquation>();
    var feet = IMPERIAL.matcher(line);
    while (feet.find()) {
      double whole = feet.group(6).equals("one") ? 1 : number(feet.group(6));
      double built = FOOT_IN * whole + (feet.group(7) == null ? 0 : number(feet.group(7)));
      found.add(of(feet, built / parts(feet), false));
    }
    var metres = METRIC.matcher(line);
    while (metres.find()) {
      double paper = number(metres.group(1)) * metres(metres.group(2));
      found.add(of(metres, number(metres.group(3)) * metres(metres.group(4)) / paper, false));
    }
    if (found.isEmpty()) {
      halves(line, found);
    }
    return found;
  }

  private static void halves(String line, List<ScaleEquation> found) {
    var feet = TO_A_FOOT.matcher(line);
    while (feet.find()) {
      found.add(of(feet, FOOT_IN / parts(feet), true));
    }
    var metres = TO_A_METRE.matcher(line);
    while (metres.find()) {
      var unit = metres.group(2) == null ? "m" : metres.group(2);
      found.add(of(metres, 1 / (number(metres.group(1)) * metres(unit)), true));
    }
  }

  private static ScaleEquation of(MatchResult found, double denominator, boolean needsName) {
    return new ScaleEquation(denominator, found.start(), found.end(), needsName);
  }

  private static double parts(MatchResult found) {
    double whole = found.group(1) == null ? 0 : number(found.group(1));
    double over = found.group(2) == null ? 0 : number(found.group(2)) / number(found.group(3));
    double only = found.group(4) == null ? 0 : number(found.group(4)) / number(found.group(5));
    return whole + over + only;
  }

  static double number(String digits) {
    return Double.parseDouble(digits.replace(',', '.'));
  }

  private static double metres(String unit) {
    var latin = unit.replace('м', 'm').replace('с', 'c').replace('к', 'k');
    return LengthUnit.named(latin).orElseThrow().metres();
  }
}
