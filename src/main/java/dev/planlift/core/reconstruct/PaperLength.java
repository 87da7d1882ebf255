package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a text beside a dimension line may mean: "3600" are millimetres most likely, "3.60" metres,
 * "1,464" centimetres or metres, "5'-2 1/2\"" is sure.
 *
 * @param metres greater than zero
 * @param cost how unlikely it is to be meant so, natural logarithm; 0 where a unit is written
 * @param roundedM half of the last digit written, metres
 * @param unit it is read in
 */
record PaperLength(double metres, double cost, double roundedM, LengthUnit unit) {
  private static final int MOST_LETTERS = 24;

  /** Lengths that are written into plans: of a step's tread, of a long building. */
  private static final double SHORT_M = 0.05;

  private static final double LONG_M = 80;

  /** Of any number without a unit. */
  private static final double BARE_COST = 0.05;

  /** Whole numbers of one or two digits number things, mostly. */
  private static final double[] FEW_DIGITS = {2.5, 0.5, 0};

  private static final Map<Character, String> VULGAR =
      Map.ofEntries(
          Map.entry('½', "1/2"),
          Map.entry('¼', "1/4"),
          Map.entry('¾', "3/4"),
          Map.entry('⅛', "1/8"),
          Map.entry('⅜', "3/8"),
          Map.entry('⅝', "5/8"),
          Map.entry('⅞', "7/8"),
          Map.entry('⅓', "1/3"),
          Map.entry('⅔', "2/3"));

  private static final Pattern BARE =
      Pattern.compile("(\\d{1,3}(?:[ .,']\\d{3})+|\\d{1,6})(?:[.,](\\d{1,4}))?|[.,](\\d{1,3})");

  private static final Pattern GROUPED = Pattern.compile("(\\d{1,3})[.,](\\d{3})");

  /** What draughtsmen add to a length that is not to be read. */
  private static final Pattern AROUND =
      Pattern.compile("^(?:l\\s*=|b\\s*=|±|~|ca\\.?|\\(|\\[)\\s*|\\s*(?:\\)|\\]|±|typ\\.?)$");

  /** What a superscript 5 after the figures adds: half a centimetre. */
  private static final Pattern HALF = Pattern.compile("(\\d*[.,]?\\d+)(?:⁵|\\^5)");

  /** Everything a text of nothing but one length may mean; empty where it is none. */
  static List<PaperLength> in(String text) {
    if (text.length() > MOST_LETTERS || text.chars().noneMatch(Character::isDigit)) {
      return List.of();
    }
    var half = HALF.matcher(text.strip());
    if (half.matches()) {
      return halves(half.group(1).replace(',', '.'));
    }
    var plain = plain(text);
    var exact = LengthText.lengthOf(plain);
    if (exact.isPresent() && exact.get().metres().isPresent()) {
      var written = exact.get();
      boolean feet = plain.contains("'") || plain.contains("\"") || plain.matches(".*(in|ft|t|s)$");
      double unit = written.metres().orElse(1);
      double last = feet ? LengthUnit.IN.metres() / 2 : unit * Math.pow(10, -written.decimals());
      return List.of(
          new PaperLength(
              written.number() * unit, 0, last / 2, feet ? LengthUnit.IN : LengthUnit.M));
    }
    return bare(plain);
  }

  /** "88⁵" are 88.5 centimetres, "2.01⁵" are 2.015 metres. */
  private static List<PaperLength> halves(String digits) {
    int point = digits.indexOf('.');
    double unit = point < 0 ? 0.01 : 1;
    double metres = Double.parseDouble(digits) * unit + 0.005;
    return List.of(new PaperLength(metres, 0.2, 0.0025, point < 0 ? LengthUnit.CM : LengthUnit.M));
  }

  private static List<PaperLength> bare(String plain) {
    var found = BARE.matcher(plain);
    if (!found.matches()) {
      return List.of();
    }
    var lengths = new ArrayList<PaperLength>();
    var grouped = GROUPED.matcher(plain);
    if (grouped.matches()) {
      add(lengths, grouped.group(1) + grouped.group(2), "");
      add(lengths, grouped.group(1), grouped.group(2));
    } else if (found.group(3) != null) {
      add(lengths, "0", found.group(3));
    } else {
      var decimals = found.group(2) == null ? "" : found.group(2);
      add(lengths, found.group(1).replaceAll("[ .,']", ""), decimals);
    }
    return lengths;
  }

  private static void add(List<PaperLength> lengths, String whole, String decimals) {
    double number = Double.parseDouble(whole + "." + (decimals.isEmpty() ? "0" : decimals));
    if (number <= 0) {
      return;
    }
    for (var unit :
        List.of(LengthUnit.MM, LengthUnit.CM, LengthUnit.M, LengthUnit.IN, LengthUnit.FT)) {
      double metres = number * unit.metres();
      double off = metres < SHORT_M ? SHORT_M / metres : metres / LONG_M;
      double few = decimals.isEmpty() ? FEW_DIGITS[Math.min(3, whole.length()) - 1] : 0;
      double cost =
          BARE_COST + oddity(unit, decimals.length()) + few + 1.5 * Math.max(0, Math.log(off));
      double rounded = unit.metres() * Math.pow(10, -decimals.length()) / 2;
      if (cost < 5) {
        lengths.add(new PaperLength(metres, cost, rounded, unit));
      }
    }
  }

  /** How odd it is to write so many decimals in a unit. */
  private static double oddity(LengthUnit unit, int decimals) {
    return switch (unit) {
      case MM -> new double[] {0, 1.5, 2.5, 3, 3}[decimals];
      case CM -> new double[] {0.4, 0.7, 1.8, 3, 3}[decimals];
      case M -> new double[] {1.5, 0.7, 0, 0.2, 1}[decimals];
      case IN -> new double[] {1.8, 2, 2, 2.5, 2.5}[decimals];
      case FT -> new double[] {1.8, 2, 2, 2.5, 2.5}[decimals];
      case DM, KM, YD -> 5;
    };
  }

  private static String plain(String text) {
    var plain = withoutVulgarFractions(text).replace('\u2044', '/');
    plain = plain.replaceAll("[‐‑‒–—−]", "-").replaceAll("[\\u00a0\\u2009\\u202f]", " ").strip();
    plain = AROUND.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("").strip();
    // Inches may be told by nothing but the feet before them: 5'-6.
    return plain.replaceAll("\\s*-\\s*", "-").replaceAll("(?<=\\d)-(?=\\d+/\\d)", " ");
  }

  /** "7½" is "7 1/2". */
  static String withoutVulgarFractions(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      var fraction = VULGAR.get(text.charAt(i));
      if (fraction == null) {
        out.append(text.charAt(i));
      } else {
        boolean after = i > 0 && Character.isDigit(text.charAt(i - 1));
        out.append(after ? " " : "").append(fraction);
      }
    }
    return out.toString();
  }
}
