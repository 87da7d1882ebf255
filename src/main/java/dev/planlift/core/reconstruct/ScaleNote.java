package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    /** A text of nothing but a ratio, or of one and what is drawn at it: "GROUND PLAN 1:100". */
    ALONE,
    /** A ratio among other words: it may be the slope of a ramp or the mix of a mortar. */
    AMONG
  }

  private static final int MOST_LETTERS = 200;
  private static final double LARGEST = 1;
  private static final double SMALLEST = 50_000;

  private static final String RATIO =
      "1(?:\\s?[:/=]\\s?|\\s?(-|to|zu|sur|op|na|a)\\s?)"
          + "(\\d{1,3}(?:[.,' ]\\d{3})+|\\d{1,5}(?:[.,]\\d{1,2})?)";

  private static final String AFTER =
      "(?!\\s?[:/]\\s?\\d|\\d|[.,]\\d|\\s?[\"']|\\s?(?:in(?:ch(?:es)?)?|ft|foot|feet)\\b)";

  /** With what may stand after it in some languages: "1/50e", "1:100th". */
  private static final Pattern METRIC =
      Pattern.compile(
          "(?<!\\d)(?<!\\d[./,+-])(?<!(?<!a)\\d:)"
              + RATIO
              + AFTER
              + "(?:i?eme|e|th|o)?(?![\\p{L}%])");

  private static final Pattern SHEET =
      Pattern.compile("(?<![\\p{L}\\d])a\\s?([0-5])(?![\\p{L}\\d])");

  /** A size of paper right before the figures: "A1=1/100", "(A3) 1/200". */
  private static final Pattern SHEET_BEFORE = Pattern.compile(SHEET.pattern() + "[\\s:=)\\]-]*$");

  /** Drawings that a ratio beside their name is the scale of. */
  private static final Set<ViewWords.Topic> DRAWN =
      Set.of(
          ViewWords.Topic.PLAN,
          ViewWords.Topic.SECTION,
          ViewWords.Topic.ELEVATION,
          ViewWords.Topic.DETAIL,
          ViewWords.Topic.SITE);

  /** Slopes and mixtures are larger. */
  private static final double LEAST_BY_TITLE = 20;

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
    return text.length() <= MOST_LETTERS
        && ScaleWords.STANDARD.saysNone(plain(text).replaceAll("\\s*[:=]\\s*", ": "));
  }

  private static void inLine(String line, List<ScaleNote> notes) {
    ratios(line, notes);
    for (var equation : ScaleEquation.in(line)) {
      var before = line.substring(0, equation.start());
      if (!equation.needsName()
          || ScaleWords.STANDARD.endsWithWord(before)
          || ScaleWords.STANDARD.startsWithName(line.substring(equation.end()))) {
        add(notes, equation.denominator(), Strength.NAMED, sheetAfter(line, equation.end()));
      }
    }
  }

  private static void ratios(String line, List<ScaleNote> notes) {
    var ratio = METRIC.matcher(line);
    boolean sheetsFirst = false;
    int from = 0;
    while (ratio.find()) {
      var before = line.substring(from, ratio.start());
      sheetsFirst = from == 0 ? SHEET_BEFORE.matcher(before).find() : sheetsFirst;
      var sheet = sheetsFirst ? sheetBefore(before) : sheetAfter(line, ratio.end());
      double denominator = whole(ratio.group(2));
      if (ratio.group(1) == null) {
        var strength =
            sheet.isPresent()
                ? Strength.NAMED
                : strength(line, from, ratio.start(), ratio.end(), denominator);
        add(notes, denominator, strength, sheet);
        from = ratio.end();
      } else if (ScaleWords.STANDARD.endsWithWord(before)) {
        add(notes, denominator, Strength.NAMED, sheet);
        from = ratio.end();
      }
    }
  }

  private static void add(
      List<ScaleNote> notes, double denominator, Strength strength, Optional<Integer> sheet) {
    if (denominator >= LARGEST && denominator <= SMALLEST) {
      notes.add(new ScaleNote(denominator, strength, sheet));
    }
  }

  /** Several scales may follow one word: "SCALE 1:50, 1:100". */
  private static Strength strength(String line, int from, int start, int end, double denominator) {
    var before = line.substring(from, start);
    if (ScaleWords.STANDARD.endsWithName(before)
        || (from > 0 && before.isBlank())
        || ScaleWords.STANDARD.startsWithName(line.substring(end))) {
      return Strength.NAMED;
    }
    var others = METRIC.matcher(line.substring(0, start) + " " + line.substring(end));
    var rest = SHEET.matcher(others.replaceAll("")).replaceAll("");
    boolean alone = rest.chars().noneMatch(Character::isLetterOrDigit);
    boolean titled =
        denominator >= LEAST_BY_TITLE && UsualScales.isMetric(denominator) && isTitle(rest);
    return alone || titled ? Strength.ALONE : Strength.AMONG;
  }

  private static boolean isTitle(String rest) {
    return ViewTitle.of(rest).flatMap(ViewTitle::topic).filter(DRAWN::contains).isPresent();
  }

  /** The size of sheet that is named right after a scale. */
  private static Optional<Integer> sheetAfter(String line, int end) {
    var after = line.substring(end, Math.min(line.length(), end + 14));
    var found = SHEET.matcher(after);
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }

  private static Optional<Integer> sheetBefore(String before) {
    var found = SHEET_BEFORE.matcher(before);
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }

  private static double whole(String digits) {
    return digits.matches("\\d{1,3}(?:[.,' ]\\d{3})+")
        ? Double.parseDouble(digits.replaceAll("[.,' ]", ""))
        : ScaleEquation.number(digits);
  }

  /** One way to write each sign. */
  private static String plain(String text) {
    var signs =
        PaperLength.withoutVulgarFractions(text)
            .replace('∶', ':')
            .replace('：', ':')
            .replace('／', '/')
            .replaceAll("[″”“„〞＂]", "\"")
            .replaceAll("[′’‘`´＇]", "'")
            .replace("''", "\"");
    return western(PlainWords.of(signs))
        .replace('\u2044', '/')
        .replaceAll("[‐‑‒–—−]", "-")
        .replaceAll("[\\u00a0\\u2000-\\u200b\\u202f\\u3000\\s]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** "١:١٠٠" is 1:100. */
  private static String western(String text) {
    var out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign > 0x7f && Character.isDigit(sign)) {
        out.setCharAt(i, (char) ('0' + Character.digit(sign, 10)));
      }
    }
    return out.toString();
  }
}
