package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A layer's or symbol's name made ready to be looked through for words.
 *
 * @param plain in lower case, without accents and without the prefix of the drawing referred to
 * @param tokens its words: what stands between anything but letters
 */
record LayerName(String plain, List<String> tokens) {
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{M}]+");

  /**
   * As bound ("PLAN$0$A-WALL") and as attached ("PLAN|A-WALL"), also of references in each other.
   */
  private static final Pattern REFERENCE = Pattern.compile("^.*(?:\\$\\d+\\$|\\|)");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  static LayerName of(String text) {
    var own = REFERENCE.matcher(text).replaceFirst("");
    // Where the own name is a number, the drawing's name is all there is.
    var plain = PlainWords.of(LETTER.matcher(own).find() ? own : text);
    return new LayerName(plain, List.of(APART.split(plain)));
  }

  /** All words with one blank between. */
  String phrase() {
    return String.join(" ", tokens);
  }
}
