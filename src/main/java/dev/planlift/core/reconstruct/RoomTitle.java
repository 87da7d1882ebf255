package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Texts over each other that may name a room.
 *
 * @param name in one line
 * @param named whether it speaks of a room
 */
record RoomTitle(String name, boolean named, List<Said> texts) {
  private static final int MOST_LINES = 3;
  private static final int MOST_WORDS = 7;
  private static final int HEADING_WORDS = 3;

  /** The title that texts over each other make; of a paragraph at most its heading. */
  static List<RoomTitle> of(List<Said> stack) {
    var lines = new ArrayList<String>();
    stack.forEach(said -> lines.addAll(said.text().name()));
    boolean paragraph =
        lines.size() > MOST_LINES || lines.stream().mapToInt(RoomText::words).sum() > MOST_WORDS;
    if (!paragraph) {
      boolean named = stack.stream().anyMatch(said -> said.text().named());
      return List.of(new RoomTitle(String.join(" ", lines), named, stack));
    }
    var first = stack.getFirst();
    var heading = first.text().name().getFirst();
    return first.text().named() && RoomText.words(heading) <= HEADING_WORDS
        ? List.of(new RoomTitle(heading, true, List.of(first)))
        : List.of();
  }

  double height() {
    return texts.stream().mapToDouble(Said::height).max().orElse(0);
  }

  Coordinate place() {
    return texts.getFirst().place();
  }

  int words() {
    return RoomText.words(name);
  }
}
