package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The scales that texts speak of, such as "M 1:10" or "SCALE 1/50". A ratio without such a word is
 * the slope of a ramp or the mix of a mortar.
 *
 * @param count how many are named
 * @param smallest the largest number after the one
 */
record DrawnScale(int count, int smallest) {
  /** Floor plans are drawn smaller. */
  private static final int DETAIL = 25;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:m|sc|mas{2,3}tab|scale|echelle|ech|escala|esc|scala|schaal|skala|meritko"
              + "|масштаб|м|比例|縮尺|축척)[\\s.:=]*"
              + "((?:\\(?1\\s?[:/]\\s?\\d{1,4}(?!\\d|\\s?[\"”″'’=])\\)?[\\s,;]*)+)");

  private static final Pattern RATIO = Pattern.compile("1\\s?[:/]\\s?(\\d{1,4})");

  static DrawnScale of(List<LineWork.Label> labels) {
    return in(labels.stream().map(label -> label.text().text()).toList());
  }

  static DrawnScale in(List<String> texts) {
    int count = 0;
    int smallest = 0;
    for (var text : texts) {
      var named = NAMED.matcher(PlainWords.of(text));
      while (named.find()) {
        var ratio = RATIO.matcher(named.group(1));
        while (ratio.find()) {
          count++;
          smallest = Math.max(smallest, Integer.parseInt(ratio.group(1)));
        }
      }
    }
    return new DrawnScale(count, smallest);
  }

  /** Whether scales are named, and none that plans are drawn at. */
  boolean isOfDetails() {
    return count > 0 && smallest <= DETAIL;
  }
}
