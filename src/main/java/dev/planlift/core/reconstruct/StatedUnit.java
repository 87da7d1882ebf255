package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.TextLabel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The unit in which a sheet says that its dimensions are: "ALL DIMENSIONS IN MM". */
final class StatedUnit {
  private static final int MOST_LETTERS = 200;

  private static final Pattern SAID =
      Pattern.compile(
          "(?:dimension|measurement|units?\\b|masse|masz|abmessung|cotes|mesures|cotas|medidas"
              + "|acotaci|quote|misure|maten|wymiar|kot[yi]|размер|尺寸|寸法|치수|단위|单位|單位|単位)"
              + "[^\\d]{0,40}?(?<![\\p{L}])"
              + "(?:(?<mm>mm\\b|mil+[ií]m[eè]t\\w*|миллиметр\\p{L}*|мм|毫米|밀리)"
              + "|(?<cm>cm\\b|(?:c|z)ent[ií]m[eè]t\\w*|сантиметр\\p{L}*|см|厘米|公分)"
              + "|(?<m>m\\b|m[eèé]t(?:re|er|ro|ri|ry)\\w*|метр\\p{L}*|米)"
              + "|(?<in>in\\b(?!\\s+\\p{L})|inch\\w*)|(?<ft>ft\\b|feet|foot))");

  private StatedUnit() {}

  static Optional<LengthUnit> in(List<TextLabel> texts) {
    for (var text : texts) {
      if (text.text().length() <= MOST_LETTERS) {
        var unit = of(text.text());
        if (unit.isPresent()) {
          return unit;
        }
      }
    }
    return Optional.empty();
  }

  static Optional<LengthUnit> of(String text) {
    var found = SAID.matcher(PlainWords.of(text).toLowerCase(Locale.ROOT));
    if (!found.find()) {
      return Optional.empty();
    }
    for (var name : List.of("mm", "cm", "m", "in", "ft")) {
      if (found.group(name) != null) {
        return LengthUnit.named(name);
      }
    }
    return Optional.empty();
  }
}
