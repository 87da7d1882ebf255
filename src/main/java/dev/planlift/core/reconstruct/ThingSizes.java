package dev.planlift.core.reconstruct;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How large the things are that symbols are named after, by {@code thing-sizes.tsv}. Immutable. */
final class ThingSizes {
  static final ThingSizes STANDARD = read();

  /** The larger side of a thing, metres. */
  record Range(double lowM, double highM) {}

  private record Thing(Range range, List<String> words) {}

  private final List<Thing> things;

  private ThingSizes(List<Thing> things) {
    this.things = List.copyOf(things);
  }

  /** Empty for names that speak of nothing whose size is known. */
  Optional<Range> of(String name) {
    var words = LayerWords.Name.of(name);
    return things.stream()
        .filter(thing -> thing.words().stream().anyMatch(words::speaksOf))
        .map(Thing::range)
        .findFirst();
  }

  private static ThingSizes read() {
    var stream =
        Objects.requireNonNull(ThingSizes.class.getResourceAsStream("thing-sizes.tsv"), "sizes");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new ThingSizes(
          reader
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(ThingSizes::thing)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thing thing(String line) {
    var columns = line.split("\t", -1);
    var range = new Range(Double.parseDouble(columns[0]), Double.parseDouble(columns[1]));
    return new Thing(
        range, List.of(columns[2].split(" ", -1)).stream().map(PlainWords::of).toList());
  }
}
