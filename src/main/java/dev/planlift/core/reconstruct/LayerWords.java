package dev.planlift.core.reconstruct;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What names mean: layers' and symbols', by the words of {@code layer-words.tsv}. A short Latin
 * word must be a whole word of the name, a longer one may begin or lie within one ("Innenwand"),
 * other scripts are found anywhere. Immutable.
 */
final class LayerWords {
  static final LayerWords STANDARD = read();

  private static final Pattern APART = Pattern.compile("[^\\p{L}]+");
  private static final int SHORT = 4;

  /** Marks a word that must be a whole one of the name, whatever its length. */
  private static final String WHOLE = "=";

  /** Marks a word that tells of its role only where a name speaks of no other. */
  private static final String ALONE = "~";

  private final Map<Role, List<String>> words;

  private LayerWords(Map<Role, List<String>> words) {
    this.words = words;
  }

  /** Whether a name speaks of a role among others. */
  boolean speaksOf(Role role, String text) {
    var name = Name.of(text);
    return words.getOrDefault(role, List.of()).stream()
        .anyMatch(word -> !word.startsWith(ALONE) && name.speaksOf(word));
  }

  /** The role a name speaks of; the first of {@link Role}'s order where it speaks of several. */
  Role roleOf(String text) {
    var name = Name.of(text);
    for (var role : Role.values()) {
      for (var word : words.getOrDefault(role, List.of())) {
        if (name.speaksOf(word)) {
          return role;
        }
      }
    }
    return Role.UNKNOWN;
  }

  /** A name made ready to be looked through for words. */
  record Name(String plain, List<String> tokens) {
    static Name of(String text) {
      var plain = PlainWords.of(text);
      return new Name(plain, List.of(APART.split(plain)));
    }

    /** Whether a word of a table, in plain letters, is in the name as the class describes. */
    boolean speaksOf(String word) {
      if (word.startsWith(ALONE)) {
        return speaksOf(word.substring(1));
      }
      if (word.startsWith(WHOLE)) {
        return tokens.contains(word.substring(1));
      }
      boolean latin = word.chars().allMatch(c -> c < 0x250);
      if (!latin) {
        return plain.contains(word);
      }
      return word.length() < SHORT
          ? tokens.contains(word)
          : tokens.stream().anyMatch(token -> token.contains(word));
    }
  }

  private static LayerWords read() {
    var words = new EnumMap<Role, List<String>>(Role.class);
    var stream =
        Objects.requireNonNull(LayerWords.class.getResourceAsStream("layer-words.tsv"), "words");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                var columns = line.split("\t", -1);
                var list =
                    words.computeIfAbsent(Role.valueOf(columns[0]), role -> new ArrayList<>());
                for (var word : columns[2].split(" ", -1)) {
                  list.add(PlainWords.of(word));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LayerWords(words);
  }
}
