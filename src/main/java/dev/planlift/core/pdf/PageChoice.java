package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The pages that option {@code pages} names, such as "1,3-5"; all where it is empty. */
final class PageChoice {
  private PageChoice() {}

  /**
   * The numbers chosen, ascending.
   *
   * @param text as the option checked it
   * @param count of the file's pages
   * @throws PermanentError INVALID_OPTION for a page that the file does not have
   */
  static List<Integer> of(String text, int count) {
    if (text.isEmpty()) {
      return IntStream.rangeClosed(1, count).boxed().toList();
    }
    var chosen = new TreeSet<Integer>();
    for (var part : text.split(",", -1)) {
      var ends = part.split("-", -1);
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (last > count) {
        throw new PermanentError(
            ErrorCode.INVALID_OPTION,
            "Option pages: there is no page %d, the file has %d".formatted(last, count),
            Place.of("field", "options.pages"));
      }
      IntStream.rangeClosed(first, last).forEach(chosen::add);
    }
    return List.copyOf(chosen);
  }
}
