package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.ThingKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What symbols, layers and texts call things, by {@link WordTable}. Immutable. */
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

  private final Map<Thing, List<LayerWord>> words;

  private ThingWords(Map<Thing, List<LayerWord>> words) {
    this.words = words;
  }

  /** Whether a text speaks of one thing among others. */
  boolean speaksOf(Thing thing, String text) {
    return speaksOf(thing, LayerName.of(text));
  }

  /** The first kind of thing that stands in buildings which a name speaks of. */
  Optional<ThingKind> kindOf(String text) {
    var name = LayerName.of(text);
    if (speaksOf(Thing.FLAT, name)) {
      return Optional.empty();
    }
    for (var thing : Thing.values()) {
      if (thing.stands() && speaksOf(thing, name)) {
        return Optional.of(ThingKind.valueOf(thing.name()));
      }
    }
    return Optional.empty();
  }

  private boolean speaksOf(Thing thing, LayerName name) {
    return words.getOrDefault(thing, List.of()).stream().anyMatch(word -> word.isIn(name));
  }

  private static ThingWords read() {
    var words = new EnumMap<Thing, List<LayerWord>>(Thing.class);
    WordTable.rows("thing")
        .forEach(
            row -> {
              var list =
                  words.computeIfAbsent(Thing.valueOf(row.subject()), t -> new ArrayList<>());
              row.words().forEach(word -> list.add(LayerWord.of(word, row.language())));
            });
    return new ThingWords(words);
  }
}
