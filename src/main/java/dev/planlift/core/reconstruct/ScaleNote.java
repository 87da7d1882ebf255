package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A scale that a drawing says it is drawn at: "M 1:100", "1/4\" = 1'-0\"", "S=1/50 (A3)".
 *
 * @param denominator how many times smaller than the building the drawing is: 100 for 1:100
 * @param strength how surely it is meant as the drawing's scale
 * @param sheet the size of paper it holds on, where one is named: 3 for A3
 */
record ScaleNote(double denominator, Strength strength, Optional<Integer> sheet) {

  /** What the words around a ratio say of it. */
  enum Strength {
    /** With a word for scale, or as an equation of two lengths. */
    NAMED,
    /** A text of nothing but a ratio. */
    ALONE,
    /** A ratio among other words: it may be the slope of a ramp or the mix of a mortar. */
    AMONG
  }

  private static final int MOST_LETTERS = 200;
  private static final double LARGEST = 1;
  private static final double SMALLEST = 50_000;

  private static final String RATIO =
      "1\\s?[:/=]\\s?(\\d{1,3}(?:[.,' ]\\d{3})+|\\d{1,5}(?:[.,]\\d{1,2})?)";

  private static final String AFTER =
      "(?!\\s?[:/]\\s?\\d|\\d|[.,]\\d|\\s?[\"']|\\s?(?:in(?:ch(?:es)?)?|ft|foot|feet)\\b)";

  /** With what may stand after it in some languages: "1/50e", "1:100th". */
  private static final Pattern METRIC =
      Pattern.compile("(?<!\\d)(?<!\\d[.:/,+-])" + RATIO + AFTER + "(?:e|eme|th|o)?(?![\\p{L}%])");

  private static final String PART =
      "(?:(\\d+(?:[.,]\\d+)?)(?:[\\s-]+(\\d+)/(\\d+))?|(\\d+)/(\\d+))";
  private static final String INCH = "(?:\"|inch(?:es)?\\b|in\\b\\.?)";
  private static final String FOOT = "(?:'|feet\\b|foot\\b|ft\\b\\.?)";
  private static final String TO = "\\s*(?:=|:|≙|->|\\bto\\b|\\bequals\\b|\\bentspricht\\b)\\s*";

  private static final Pattern IMPERIAL =
      Pattern.compile(
          "(?<![\\d/.])"
              + PART
              + "\\s?-?"
              + INCH
              + TO
              + "(\\d+(?:[.,]\\d+)?)\\s?-?"
              + FOOT
              + "(?:\\s?-?\\s?(\\d+)\\s?(?:"
              + INCH
              + ")?)?");

  private static final Pattern CENTIMETRES =
      Pattern.compile(
          "(?<![\\d/.,])(\\d+(?:[.,]\\d+)?)\\s?(mm|cm)"
              + TO
              + "(\\d+(?:[.,]\\d+)?)\\s?(mm|cm|m|km)(?![\\p{L}\\d])");

  private static final Pattern SHEET =
      Pattern.compile("(?<![\\p{L}\\d])a\\s?([0-5])(?![\\p{L}\\d])");

  /** The scales a text speaks of, in its order. */
  static List<ScaleNote> in(String text) {
    var notes = new ArrayList<ScaleNote>();
    text.lines()
        .filter(line -> line.length() <= MOST_LETTERS)
        .map(ScaleNote::plain)
        .forEach(line -> inLine(line, notes));
    return notes;
  }

  /** Whether a text says that there is no one scale: "NTS", "as shown". */
  static boolean isNone(String text) {
    return text.length() <= MOST_LETTERS && ScaleWords.STANDARD.saysNone(plain(text));
  }

  private static void inLine(String line, List<ScaleNote> notes) {
    var ratio = METRIC.matcher(line);
    int from = 0;
    while (ratio.find()) {
      double denominator = whole(ratio.group(1));
      var sheet = sheet(line, ratio.end());
      var strength =
          sheet.isPresent() ? Strength.NAMED : strength(line, from, ratio.start(), ratio.end());
      add(notes, denominator, strength, sheet);
      from = ratio.end();
    }
    var feet = IMPERIAL.matcher(line);
    while (feet.find()) {
      double paper = parts(feet);
      double built =
          12 * number(feet.group(6)) + (feet.group(7) == null ? 0 : number(feet.group(7)));
      add(notes, built / paper, Strength.NAMED, sheet(line, feet.end()));
    }
    var metres = CENTIMETRES.matcher(line);
    while (metres.find()) {
      double paper = number(metres.group(1)) * metres(metres.group(2));
      double built = number(metres.group(3)) * metres(metres.group(4));
      add(notes, built / paper, Strength.NAMED, sheet(line, metres.end()));
    }
  }

  private static void add(
      List<ScaleNote> notes, double denominator, Strength strength, Optional<Integer> sheet) {
    if (denominator >= LARGEST && denominator <= SMALLEST) {
      notes.add(new ScaleNote(denominator, strength, sheet));
    }
  }

  /** Several scales may follow one word: "SCALE 1:50, 1:100". */
  private static Strength strength(String line, int from, int start, int end) {
    var before = line.substring(from, start);
    if (ScaleWords.STANDARD.endsWithName(before)
        || (from > 0 && before.isBlank())
        || ScaleWords.STANDARD.startsWithName(line.substring(end))) {
      return Strength.NAMED;
    }
    var others = METRIC.matcher(line.substring(0, start) + " " + line.substring(end));
    var rest = SHEET.matcher(others.replaceAll("")).replaceAll("");
    return rest.chars().noneMatch(Character::isLetterOrDigit) ? Strength.ALONE : Strength.AMONG;
  }

  /** The size of sheet that is named right after a scale. */
  private static Optional<Integer> sheet(String line, int end) {
    var after = line.substring(end, Math.min(line.length(), end + 14));
    var found = SHEET.matcher(after);
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }

  private static double parts(MatchResult found) {
    double whole = found.group(1) == null ? 0 : number(found.group(1));
    double over = found.group(2) == null ? 0 : number(found.group(2)) / number(found.group(3));
    double only = found.group(4) == null ? 0 : number(found.group(4)) / number(found.group(5));
    return whole + over + only;
  }

  private static double whole(String digits) {
    return digits.matches("\\d{1,3}(?:[.,' ]\\d{3})+")
        ? Double.parseDouble(digits.replaceAll("[.,' ]", ""))
        : number(digits);
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(',', '.'));
  }

  private static double metres(String unit) {
    return LengthUnit.named(unit).orElseThrow().metres();
  }

  /** One way to write each sign. */
  private static String plain(String text) {
    var apart = PaperLength.withoutVulgarFractions(text);
    return PlainWords.of(apart.replace('∶', ':').replace('：', ':').replace('／', '/'))
        .replace('\u2044', '/')
        .replaceAll("''|[″”“„〞]", "\"")
        .replaceAll("[′’‘`´]", "'")
        .replaceAll("[‐‑‒–—−]", "-")
        .replaceAll("[\\u00a0\\u2000-\\u200b\\u202f\\u3000\\s]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
