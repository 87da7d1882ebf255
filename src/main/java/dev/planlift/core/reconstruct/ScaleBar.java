package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.TextLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A drawn bar with numbers along it, "0 1 2 3 4 5m" or "0 4' 8' 16'": numbers in one row whose
 * places go with what they say.
 *
 * @param metresPerUnit what a source unit measures by it
 * @param numbers how many stand along it
 * @param unit whether one is written
 */
record ScaleBar(double metresPerUnit, int numbers, boolean unit) {
  private static final int LEAST = 3;
  private static final int MOST_TEXTS = 4000;
  private static final int MOST_LETTERS = 12;

  /** Numbers in one row differ by less than this share of their height. */
  private static final double ROW = 0.6;

  /** How far off its place, as a share of the whole bar, a number may stand. */
  private static final double OFF = 0.04;

  private static final Pattern MARK =
      Pattern.compile(
          "(\\d+(?:[.,]\\d+)?)\\s*(mm|cm|m|km|mtrs?|metres?|meters?|metros?|ft|feet|foot|'|′|’|\"|in|м|米)?\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern ZERO = Pattern.compile("0(?:[.,]0+)?\\s?\\p{L}{0,2}|0'");

  /** Several numbers in one text: "0 1 2 3 4 5m". */
  private record Mark(double number, Optional<Double> unit, double along, double height) {}

  /** All bars whose numbers go with their places. */
  static List<ScaleBar> in(List<TextLabel> texts) {
    var marks = marks(texts);
    return zeros(marks).stream().flatMap(zero -> of(zero, marks).stream()).toList();
  }

  private static List<TextLabel> marks(List<TextLabel> texts) {
    return texts.stream()
        .filter(text -> text.text().length() <= MOST_LETTERS)
        .limit(MOST_TEXTS)
        .filter(text -> MARK.matcher(text.text().strip()).matches())
        .toList();
  }

  private static List<TextLabel> zeros(List<TextLabel> marks) {
    return marks.stream().filter(text -> ZERO.matcher(text.text().strip()).matches()).toList();
  }

  /** The bar that starts at a zero, to the right of it as it is read. */
  private static Optional<ScaleBar> of(TextLabel zero, List<TextLabel> marks) {
    return fitted(row(zero, marks));
  }

  /** What stands in a row with a zero and to the right of it, the nearest first. */
  private static List<Mark> row(TextLabel zero, List<TextLabel> marks) {
    var row = new ArrayList<Mark>();
    double ux = zero.direction().x();
    double uy = zero.direction().y();
    for (var text : marks) {
      double dx = text.center().x() - zero.center().x();
      double dy = text.center().y() - zero.center().y();
      double off = Math.abs(dy * ux - dx * uy);
      double along = dx * ux + dy * uy;
      boolean alike = Math.abs(Math.log(text.height() / zero.height())) < 0.3;
      if (off < ROW * zero.height() && along > 0 && alike) {
        mark(text, along).ifPresent(row::add);
      }
    }
    row.sort(Comparator.comparingDouble(Mark::along));
    return row;
  }

  /**
   * Bars with numbers at their two ends alone: a zero, a number with its unit in the same row, and
   * between these two lines along the row that begin at the one and end at the other.
   */
  static List<ScaleBar> ended(List<TextLabel> texts, LineIndex lines) {
    var marks = marks(texts);
    return zeros(marks).stream()
        .flatMap(zero -> ended(zero, row(zero, marks), lines).stream())
        .toList();
  }

  private static Optional<ScaleBar> ended(TextLabel zero, List<Mark> row, LineIndex lines) {
    if (row.isEmpty() || row.getFirst().unit().isEmpty() || row.getFirst().number() <= 0) {
      return Optional.empty();
    }
    var end = row.getFirst();
    return BarLines.beside(zero, end.along(), lines)
        .map(length -> new ScaleBar(end.number() * end.unit().get() / length, 2, true));
  }

  private static Optional<Mark> mark(TextLabel text, double along) {
    var found = MARK.matcher(text.text().strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(found.group(1).replace(',', '.'));
    var unit = Optional.ofNullable(found.group(2)).map(ScaleBar::metres);
    // The unit after a figure moves the middle of the text away from its mark.
    int letters = text.text().strip().length();
    int more = letters - found.group(1).length();
    double moved = unit.isPresent() ? text.width() * more / letters / 2 : 0;
    return Optional.of(new Mark(number, unit, along - moved, text.height()));
  }

  private static double metres(String unit) {
    var plain = unit.toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "mm" -> 0.001;
      case "cm" -> 0.01;
      case "km" -> 1000.0;
      case "ft", "feet", "foot", "'", "′", "’" -> 0.3048;
      case "in", "\"" -> 0.0254;
      default -> 1.0;
    };
  }

  /** The longest run from zero of ascending numbers at places that go with them. */
  private static Optional<ScaleBar> fitted(List<Mark> row) {
    for (int count = row.size(); count >= LEAST - 1; count--) {
      var run = row.subList(0, count);
      var last = run.getLast();
      double ratio = last.number() / last.along();
      double before = 0;
      boolean fits = last.number() > 0;
      for (var mark : run) {
        double off = Math.abs(mark.along() - mark.number() / ratio) / last.along();
        fits = fits && mark.number() > before && off < OFF;
        before = mark.number();
      }
      if (fits && last.along() > 4 * last.height()) {
        var unit = run.stream().map(Mark::unit).flatMap(Optional::stream).findFirst();
        return Optional.of(new ScaleBar(ratio * unit.orElse(1.0), count + 1, unit.isPresent()));
      }
    }
    return Optional.empty();
  }
}
