package dev.planlift.core.reconstruct;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts made alike for comparing words: lower case, accents taken off. */
final class PlainWords {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

  private PlainWords() {}

  /** "FENÊTRE" and "Fenetre" are one. */
  static String of(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> c < 0x80)) {
      return lower;
    }
    var apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    var bare =
        ACCENTS
            .matcher(apart)
            .replaceAll("")
            .replace('ł', 'l')
            .replace('ø', 'o')
            .replace("æ", "ae")
            .replace("ß", "ss")
            .replace("œ", "oe")
            .replace('đ', 'd')
            .replace('ı', 'i');
    return Normalizer.normalize(bare, Normalizer.Form.NFKC);
  }
}
