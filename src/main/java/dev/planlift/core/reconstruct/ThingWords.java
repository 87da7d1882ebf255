package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.ThingKind;
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
import java.util.Optional;
import java.util.regex.Pattern;

/** What symbols, layers and texts call things, by {@code thing-words.tsv}. Immutable. */
final class ThingWords {
  static final ThingWords STANDARD = read();

  /** What is named; those that are also a {@link ThingKind} have its name. */
  enum Thing {
    UP,
    DOWN,
    VOID,
    FLAT,
    LIFT,
    URINAL,
    TOILET,
    BATHTUB,
    SHOWER,
    STOVE,
    FRIDGE,
    WASHER,
    SINK,
    LOW_TABLE,
    BED,
    SOFA,
    CHAIR,
    WARDROBE,
    COUNTER,
    TABLE,
    CAR,
    TREE,
    PLANT;

    boolean stands() {
      return compareTo(FLAT) > 0;
    }
  }

  private static final Pattern APART = Pattern.compile("[^\\p{L}]+");
  private static final int SHORT = 4;
  private static final String WHOLE = "=";
  private static final int LATIN_END = 0x250;

  private final Map<Thing, List<String>> words;

  private ThingWords(Map<Thing, List<String>> words) {
    this.words = words;
  }

  /** Whether a text speaks of one thing among others. */
  boolean speaksOf(Thing thing, String text) {
    var plain = PlainWords.of(text);
    return speaksOf(thing, plain, List.of(APART.split(plain)));
  }

  /** The first kind of thing that stands in buildings which a name speaks of. */
  Optional<ThingKind> kindOf(String name) {
    var plain = PlainWords.of(name);
    var tokens = List.of(APART.split(plain));
    if (speaksOf(Thing.FLAT, plain, tokens)) {
      return Optional.empty();
    }
    for (var thing : Thing.values()) {
      if (thing.stands() && speaksOf(thing, plain, tokens)) {
        return Optional.of(ThingKind.valueOf(thing.name()));
      }
    }
    return Optional.empty();
  }

  private boolean speaksOf(Thing thing, String plain, List<String> tokens) {
    return words.getOrDefault(thing, List.of()).stream()
        .anyMatch(word -> matches(word, plain, tokens));
  }

  private static boolean matches(String word, String plain, List<String> tokens) {
    if (word.startsWith(WHOLE)) {
      return tokens.contains(word.substring(1));
    }
    if (word.codePointAt(0) >= LATIN_END) {
      return plain.contains(word);
    }
    return word.length() < SHORT
        ? tokens.contains(word)
        : tokens.stream().anyMatch(token -> token.contains(word));
  }

  private static ThingWords read() {
    var words = new EnumMap<Thing, List<String>>(Thing.class);
    var stream =
        Objects.requireNonNull(ThingWords.class.getResourceAsStream("thing-words.tsv"), "words");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          var columns = line.split("\t", -1);
          var list = words.computeIfAbsent(Thing.valueOf(columns[0]), t -> new ArrayList<>());
          for (var word : columns[2].split(" ", -1)) {
            list.add(PlainWords.of(word));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ThingWords(words);
  }
}
