package dev.planlift.core.dxf.entity;

import java.util.Arrays;

/**
 * How wide texts are, in heights of a capital letter, when their font is not at hand: the advances
 * of a common sans serif by classes of letters, of full width for East Asian ones.
 */
final class TextExtent {
  private static final double FULL_WIDTH = 1.4;
  private static final double[] ADVANCE = new double[128];

  static {
    Arrays.fill(ADVANCE, 0.8);
    set(0.98, "ABCDEGHKNOPQRSUVXY");
    set(1.2, "MW@m%");
    set(1.05, "w");
    set(0.72, "JLFTZcksxyzv");
    set(0.34, "ijl|'");
    set(0.42, "Ift.,:;!/\\ \"");
    set(0.5, "r()[]{}-*`");
  }

  private TextExtent() {}

  private static void set(double advance, String letters) {
    letters.chars().forEach(letter -> ADVANCE[letter] = advance);
  }

  private static double advance(char c) {
    if (c < ADVANCE.length) {
      return ADVANCE[c];
    }
    return c >= 0x1100 && isWide(c) ? FULL_WIDTH : 0.85;
  }

  /** The blocks of Unicode that hold Hangul, kana, ideographs and full-width forms. */
  private static boolean isWide(char c) {
    return c <= 0x11FF || (c >= 0x2E80 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFF60);
  }

  /** The width of one line. */
  static double ofLine(String line) {
    double width = 0;
    for (int i = 0; i < line.length(); i++) {
      width += advance(line.charAt(i));
    }
    return width;
  }

  /**
   * The extent of lines parted by {@code \n} that are broken between words.
   *
   * @param across the width they are broken to; infinite where they are not
   */
  static Lines ofLines(String text, double across) {
    double widest = 0;
    double line = 0;
    double word = 0;
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      double advance = advance(c);
      if (c == '\n') {
        widest = Math.max(widest, line);
        lines++;
        line = 0;
        word = 0;
        continue;
      }
      word = c == ' ' ? 0 : word + advance;
      if (line + advance > across && word < line + advance && c != ' ') {
        widest = Math.max(widest, line + advance - word);
        lines++;
        line = word;
      } else {
        line += advance;
      }
    }
    return new Lines(lines, Math.max(widest, line));
  }

  /**
   * What lines take up.
   *
   * @param width of the widest
   */
  record Lines(int count, double width) {}
}
