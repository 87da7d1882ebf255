package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of a TOLERANCE: rows of cells, parted by {@code ^J} and {@code %%v}; letters in the font
 * GDT are the signs of ISO 1101. DXF Reference, TOLERANCE; the font's letters by its chart.
 */
final class ToleranceText {
  private static final String LETTERS = "abcdefghijklmnprstu";
  private static final String SIGNS = "∠⟂⏥⌓○∥⌭↗⌯⌖⌒ⓁⓂ⌀Ⓟ◎Ⓢ⌰⏤";
  private static final Pattern ROW = Pattern.compile("\\^J|\\n|\\\\P");
  private static final Pattern CELL = Pattern.compile("%%[vV]");
  private static final String FONT = "\\fgdt";
  private static final int MAX_ROWS = 100;

  private ToleranceText() {}

  /** The rows; cells without anything behind them in their row are left out. */
  static List<List<String>> rows(String raw) {
    var rows = new ArrayList<List<String>>();
    for (var row : ROW.split(raw, MAX_ROWS)) {
      var cells = new ArrayList<String>();
      for (var cell : CELL.split(row, MAX_ROWS)) {
        cells.add(PlainText.ofParagraphs(withSigns(cell)));
      }
      while (!cells.isEmpty() && cells.getLast().isEmpty()) {
        cells.removeLast();
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    return rows;
  }

  /** Letters are signs from the font's code up to the end of its braces or the next font. */
  private static String withSigns(String cell) {
    var lower = cell.toLowerCase(Locale.ROOT);
    var signs = new StringBuilder(cell.length());
    boolean inFont = false;
    int i = 0;
    while (i < cell.length()) {
      char c = cell.charAt(i);
      int semicolon = c == '\\' ? cell.indexOf(';', i) : -1;
      if (lower.startsWith("\\f", i) && semicolon > 0) {
        inFont = lower.startsWith(FONT, i);
        i = semicolon;
      } else if (c == '}') {
        inFont = false;
      } else if (c != '{') {
        int sign = inFont ? LETTERS.indexOf(lower.charAt(i)) : -1;
        signs.append(sign < 0 ? c : SIGNS.charAt(sign));
      }
      i++;
    }
    return signs.toString();
  }
}
