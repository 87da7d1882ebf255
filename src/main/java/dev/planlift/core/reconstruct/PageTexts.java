package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.TextLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * What the texts of a page tell by what they are and how they stand; titles are told elsewhere.
 *
 * @param rooms short texts that name rooms, among other words maybe
 * @param plainRooms of these, those that say nothing else
 * @param heights marks of heights such as "+2.80" that stand the higher the more they say
 * @param currents of electricity: "230 V", "100 kVA", "2.5 mm²"
 * @param tabled the part of the texts that stand in rows and columns at once, 0 to 1
 * @param axes whether numbers go up in equal steps both along a row and along a column
 */
record PageTexts(
    long rooms, long plainRooms, int heights, long currents, double tabled, boolean axes) {
  /** Sentences are this long, characters, and have so many words; notes on a plan are shorter. */
  private static final int LONG = 40;

  private static final int WORDS = 6;

  private static final int MOST = 3000;

  private static final int TALLEST = 12;

  private static final Pattern HEIGHT =
      Pattern.compile("[^\\d+±−-]{0,6}([+±−-])\\s?(\\d{1,3}[.,]\\d{1,3}|\\d{4,5})\\s?m?");

  private static final Pattern CURRENT =
      Pattern.compile(
          "(?<![\\p{L}\\d.])(?:\\d+(?:[.,]\\d+)?\\s?(?:kva|kvar|kv|vac|vdc|ma|hz|ka|µf|uf|kω|ω|awg"
              + "|(?:sq\\.?\\s?)?mm[²2]|at|af)|(?:12|24|48|110|120|220|230|240|277|380|400|415|480)"
              + "\\s?v)(?![\\p{L}\\d])");

  private static final Pattern NUMBER = Pattern.compile("[−-]?\\d{1,6}(?:[.,]\\d{1,4})?");

  private static final int LEAST_HEIGHTS = 3;
  private static final double MOSTLY = 0.9;
  private static final int LEAST_IN_ROW = 3;
  private static final int LEAST_IN_COLUMN = 4;
  private static final int LEAST_ON_AXIS = 4;
  private static final double EVEN = 0.04;

  static PageTexts of(List<TextLabel> all) {
    var texts = all.stream().filter(text -> !text.text().isBlank()).limit(MOST).toList();
    var rooms =
        texts.stream()
            .map(TextLabel::text)
            .filter(text -> text.strip().length() < LONG)
            .filter(text -> ViewWords.STANDARD.speaksOf(ViewWords.Topic.ROOM, text))
            .toList();
    return new PageTexts(
        rooms.size(),
        rooms.stream().filter(text -> ViewWords.STANDARD.says(ViewWords.Topic.ROOM, text)).count(),
        heights(texts),
        texts.stream().filter(text -> CURRENT.matcher(PlainWords.of(text.text())).find()).count(),
        tabled(texts),
        isAxis(texts, PageTexts::x, PageTexts::y) && isAxis(texts, PageTexts::y, PageTexts::x));
  }

  /** How many lines of sentences there are. */
  static long prose(List<TextLabel> texts) {
    return texts.stream().filter(PageTexts::isProse).count();
  }

  /** The largest ones, of which titles are some. */
  static List<TextLabel> tallest(List<TextLabel> texts) {
    return texts.stream()
        .sorted(Comparator.comparingDouble(text -> -text.height()))
        .limit(TALLEST)
        .toList();
  }

  private static boolean isProse(TextLabel label) {
    var text = label.text().strip();
    return text.length() >= LONG && text.split("\\s+", -1).length >= WORDS;
  }

  private static double x(TextLabel text) {
    return text.center().x();
  }

  private static double y(TextLabel text) {
    return text.center().y();
  }

  private record Mark(double value, double y) {}

  private static int heights(List<TextLabel> texts) {
    var marks = new ArrayList<Mark>();
    for (var text : texts) {
      var found = HEIGHT.matcher(text.text().strip());
      if (found.matches()) {
        double value = Double.parseDouble(found.group(2).replace(',', '.'));
        boolean below = found.group(1).equals("-") || found.group(1).equals("−");
        marks.add(new Mark(below ? -value : value, y(text)));
      }
    }
    int rising = 0;
    int pairs = 0;
    for (int i = 0; i < marks.size(); i++) {
      for (int k = 0; k < i; k++) {
        double higher = marks.get(i).value() - marks.get(k).value();
        if (higher != 0) {
          pairs++;
          rising += higher * (marks.get(i).y() - marks.get(k).y()) > 0 ? 1 : 0;
        }
      }
    }
    long values = marks.stream().mapToDouble(Mark::value).distinct().count();
    return values >= LEAST_HEIGHTS && rising >= MOSTLY * pairs ? (int) values : 0;
  }

  private static double tabled(List<TextLabel> texts) {
    var rows = new HashMap<Long, Integer>();
    var columns = new HashMap<Long, Integer>();
    for (var text : texts) {
      rows.merge(row(text), 1, Integer::sum);
      columns.merge(column(text), 1, Integer::sum);
    }
    long tabled =
        texts.stream()
            .filter(text -> rows.getOrDefault(row(text), 0) >= LEAST_IN_ROW)
            .filter(text -> columns.getOrDefault(column(text), 0) >= LEAST_IN_COLUMN)
            .count();
    boolean table = rows.size() >= LEAST_IN_COLUMN && columns.size() >= LEAST_IN_ROW;
    return table ? (double) tabled / texts.size() : 0;
  }

  private static long row(TextLabel text) {
    return Math.round(y(text) / 2);
  }

  /** By where a text begins. */
  private static long column(TextLabel text) {
    return Math.round((x(text) - text.width() / 2) / 2);
  }

  private static boolean isAxis(
      List<TextLabel> texts, ToDoubleFunction<TextLabel> along, ToDoubleFunction<TextLabel> off) {
    Map<Long, List<TextLabel>> rows = new HashMap<>();
    for (var text : texts) {
      if (NUMBER.matcher(text.text().strip()).matches()) {
        rows.computeIfAbsent(Math.round(off.applyAsDouble(text)), r -> new ArrayList<>()).add(text);
      }
    }
    return rows.values().stream().anyMatch(row -> goesUpEvenly(row, along));
  }

  private static boolean goesUpEvenly(List<TextLabel> row, ToDoubleFunction<TextLabel> along) {
    if (row.size() < LEAST_ON_AXIS) {
      return false;
    }
    var sorted = row.stream().sorted(Comparator.comparingDouble(along)).toList();
    double step = value(sorted.get(1)) - value(sorted.get(0));
    double way = along.applyAsDouble(sorted.get(1)) - along.applyAsDouble(sorted.get(0));
    boolean even = step > 0 && way > 0;
    for (int i = 2; i < sorted.size() && even; i++) {
      double next = value(sorted.get(i)) - value(sorted.get(i - 1));
      double gone = along.applyAsDouble(sorted.get(i)) - along.applyAsDouble(sorted.get(i - 1));
      even = Math.abs(next - step) < EVEN * step && Math.abs(gone - way) < EVEN * way;
    }
    return even;
  }

  private static double value(TextLabel text) {
    return Double.parseDouble(text.text().strip().replace(',', '.').replace('−', '-'));
  }
}
