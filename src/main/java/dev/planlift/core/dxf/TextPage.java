package dev.planlift.core.dxf;

import java.util.List;
import java.util.regex.Pattern;

/** A page of plain text that is so many columns wide. Emphasis takes no room. */
final class TextPage {
  private static final Pattern EMPHASIS = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final int GAP = 2;

  private final int columns;
  private final StringBuilder text = new StringBuilder();

  TextPage(int columns) {
    this.columns = Math.max(columns, 40);
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  /** A label and what it stands for, which goes on below itself. */
  void entry(String label, String words, int width) {
    hanging(label + " ".repeat(width - label.length()) + words, width);
  }

  /** A line broken at blanks; what does not fit goes on further in. */
  void hanging(String line, int indent) {
    var row = new StringBuilder();
    boolean begun = false;
    for (var word : line.split("(?<=[^ ]) (?=[^ ])", -1)) {
      boolean fits = width(row) + 1 + width(word) <= columns;
      if (begun && !fits) {
        line(row.toString());
        row.setLength(0);
        row.append(" ".repeat(indent)).append(word);
      } else {
        row.append(begun ? " " : "").append(word);
      }
      begun = true;
    }
    line(row.toString());
  }

  /** Names in as many columns as there is room for, top to bottom. */
  void columns(List<String> names) {
    int widest = names.stream().mapToInt(TextPage::width).max().orElse(0);
    int across = Math.max(1, (columns - GAP) / (widest + GAP));
    int rows = (names.size() + across - 1) / across;
    for (int row = 0; row < rows; row++) {
      var line = new StringBuilder();
      for (int i = row; i < names.size(); i += rows) {
        var name = names.get(i);
        line.append(" ".repeat(GAP)).append(name).append(" ".repeat(widest - width(name)));
      }
      line(line.toString().stripTrailing());
    }
  }

  private static int width(CharSequence words) {
    var plain = EMPHASIS.matcher(words).replaceAll("");
    return plain.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }

  /** Words of a drawing, which may hold anything: nothing that moves a terminal's cursor. */
  static String harmless(String words) {
    var safe = new StringBuilder();
    words
        .codePoints()
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                    ? '\uFFFD'
                    : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
