package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Optional;

/** How large the things are that symbols are named after, by {@link WordTable}. Immutable. */
final class ThingSizes {
  static final ThingSizes STANDARD =
      new ThingSizes(WordTable.rows("size").map(ThingSizes::thing).toList());

  /** The larger side of a thing, metres. */
  record Range(double lowM, double highM) {}

  private record Thing(Range range, List<LayerWord> words) {}

  private final List<Thing> things;

  private ThingSizes(List<Thing> things) {
    this.things = List.copyOf(things);
  }

  /** Empty for names that speak of nothing whose size is known. */
  Optional<Range> of(String text) {
    var name = LayerName.of(text);
    return things.stream()
        .filter(thing -> thing.words().stream().anyMatch(word -> word.isIn(name)))
        .map(Thing::range)
        .findFirst();
  }

  private static Thing thing(WordTable.Row row) {
    var ends = row.subject().split("-", -1);
    return new Thing(
        new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])),
        row.words().stream().map(word -> LayerWord.of(word, row.language())).toList());
  }
}
