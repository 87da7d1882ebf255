package dev.planlift.core.reconstruct;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A word of the table that names of layers and symbols are looked through for.
 *
 * @param alone whether it counts only where a name speaks of nothing else
 */
record LayerWord(boolean alone, Predicate<LayerName> test) {
  private static final String ALONE = "~";
  private static final String WHOLE = "=";
  private static final String CODE = "/";

  /** Up to here a Latin word must be a whole one. */
  private static final int SHORT = 3;

  private static final int LATIN = 0x250;

  /** Languages that write compounds as one word. */
  private static final Set<String> COMPOUNDING =
      Set.of("en", "de", "nl", "sv", "da", "no", "fi", "hu");

  /** A word as the table writes it, made plain. */
  static LayerWord of(String written, String language) {
    return written.startsWith(ALONE)
        ? new LayerWord(true, test(written.substring(1), language))
        : new LayerWord(false, test(written, language));
  }

  private static Predicate<LayerName> test(String word, String language) {
    if (word.startsWith(CODE)) {
      var code = Pattern.compile(word.substring(1, word.length() - 1));
      return name -> code.matcher(name.plain()).find();
    }
    if (word.startsWith(WHOLE)) {
      var whole = word.substring(1);
      return name -> name.tokens().contains(whole);
    }
    if (word.chars().anyMatch(c -> c >= LATIN)) {
      return name -> name.plain().contains(word);
    }
    if (word.indexOf(' ') >= 0 || word.indexOf('-') >= 0) {
      var phrase = word.replace('-', ' ');
      return name -> name.phrase().contains(phrase);
    }
    if (word.length() <= SHORT) {
      return name -> name.tokens().contains(word);
    }
    return COMPOUNDING.contains(language)
        ? name -> name.tokens().stream().anyMatch(token -> token.contains(word))
        : name -> name.tokens().stream().anyMatch(token -> token.startsWith(word));
  }

  boolean isIn(LayerName name) {
    return test.test(name);
  }
}
