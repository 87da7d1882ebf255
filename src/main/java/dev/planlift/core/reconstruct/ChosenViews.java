package dev.planlift.core.reconstruct;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The views asked for by name or number, else the floor plans. */
final class ChosenViews {
  private static final String NO_SUCH_VIEW = "NO_SUCH_VIEW";

  private ChosenViews() {}

  /** Told where views are asked for by name or number and there is but one. */
  static Optional<Diagnostic> unheeded(ConversionOptions options) {
    var asked = options.text(Option.VIEWS);
    boolean one = asked.isEmpty() || asked.equals(Understanding.ALL_VIEWS) || asked.equals("1");
    return one || !options.flag(Option.PLAN)
        ? Optional.empty()
        : Optional.of(
            new Diagnostic(
                NO_SUCH_VIEW,
                "No view is called " + asked + "; the drawing shows one alone",
                Place.UNKNOWN));
  }

  /**
   * @param diagnostics told where there is no such view
   */
  static List<SheetPart> of(
      List<SheetPart> parts, ConversionOptions options, List<Diagnostic> diagnostics) {
    var asked = options.text(Option.VIEWS);
    if (asked.isEmpty()) {
      return plans(parts);
    }
    var names = Arrays.stream(asked.split(",", -1)).map(PlainWords::of).toList();
    var chosen = new ArrayList<SheetPart>();
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      var title = part.title().map(ViewTitle::text).orElse(part.name());
      if (names.contains(Integer.toString(i + 1))
          || names.contains(PlainWords.of(part.name()))
          || names.contains(PlainWords.of(title))) {
        chosen.add(part);
      }
    }
    if (chosen.isEmpty()) {
      diagnostics.add(
          new Diagnostic(
              NO_SUCH_VIEW,
              "No view is called " + asked + "; there are " + names(parts),
              Place.UNKNOWN));
      return plans(parts);
    }
    return chosen;
  }

  private static List<SheetPart> plans(List<SheetPart> parts) {
    return parts.stream().filter(SheetPart::isPlan).toList();
  }

  private static String names(List<SheetPart> parts) {
    return String.join(", ", parts.stream().map(SheetPart::name).toList());
  }
}
