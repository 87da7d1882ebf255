package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.ThingKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What symbols, layers and texts call things, by {@link WordTable}. Immutable. */
final class ThingWords {
  private static final Set<String> SUBJECTS =
      Stream.<Enum<?>>concat(Arrays.stream(Mark.values()), Arrays.stream(ThingKind.values()))
          .map(Enum::name)
          .collect(Collectors.toUnmodifiableSet());

  static final ThingWords STANDARD = read();

  /** What is named beside the things that stand in buildings, which {@link ThingKind} names. */
  enum Mark {
    UP,
    DOWN,
    VOID,
    FLAT
  }

  private final Map<String, List<LayerWord>> words;

  private ThingWords(Map<String, List<LayerWord>> words) {
    this.words = words;
  }

  /** Whether a text has a mark among other words. */
  boolean speaksOf(Mark mark, String text) {
    return speaksOf(mark.name(), LayerName.of(text));
  }

  /** Whether a text speaks of one kind of thing among others. */
  boolean speaksOf(ThingKind kind, String text) {
    return speaksOf(kind.name(), LayerName.of(text));
  }

  /** The first kind of thing that stands in buildings which a name speaks of. */
  Optional<ThingKind> kindOf(String text) {
    var name = LayerName.of(text);
    if (speaksOf(Mark.FLAT.name(), name)) {
      return Optional.empty();
    }
    return Arrays.stream(ThingKind.values())
        .filter(kind -> speaksOf(kind.name(), name))
        .findFirst();
  }

  private boolean speaksOf(String subject, LayerName name) {
    return words.getOrDefault(subject, List.of()).stream().anyMatch(word -> word.isIn(name));
  }

  private static ThingWords read() {
    var words = new HashMap<String, List<LayerWord>>();
    WordTable.rows("thing")
        .forEach(
            row -> {
              if (!SUBJECTS.contains(row.subject())) {
                throw new IllegalStateException("No thing is called " + row.subject());
              }
              var list = words.computeIfAbsent(row.subject(), t -> new ArrayList<>());
              row.words().forEach(word -> list.add(LayerWord.of(word, row.language())));
            });
    return new ThingWords(words);
  }
}
