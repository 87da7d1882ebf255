package dev.planlift.core.dxf;

import java.nio.charset.Charset;

/** Texts freed from the codes that DXF writes into them. */
public final class PlainText {
  private PlainText() {}

  /**
   * The text of TEXT and ATTRIB: {@code %%c} ⌀, {@code %%d} °, {@code %%p} ±, {@code %%nnn}, {@code
   * %%%}; {@code %%u %%o %%k} switch lines and vanish; and what {@link #decoded} does.
   */
  public static String ofLine(String raw) {
    var text = decoded(raw);
    if (text.indexOf("%%") < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("%%", i) && i + 2 < text.length()) {
        i += percentCode(text, i + 2, plain);
      } else {
        plain.append(text.charAt(i++));
      }
    }
    return plain.toString();
  }

  /** Writes what a code stands for; returns its length with the two percent signs. */
  private static int percentCode(String text, int at, StringBuilder plain) {
    switch (Character.toLowerCase(text.charAt(at))) {
      case 'c' -> plain.append('⌀');
      case 'd' -> plain.append('°');
      case 'p' -> plain.append('±');
      case '%' -> plain.append('%');
      case 'u', 'o', 'k' -> {} // underline, overline, strike-through
      default -> {
        int number = digits(text, at, 3, 10);
        if (number < 0) {
          plain.append("%%");
          return 2;
        }
        plain.append((char) number);
        return 5;
      }
    }
    return 3;
  }

  /** The text with {@code \U+XXXX} and {@code \M+nXXXX} turned into their characters. */
  public static String decoded(String raw) {
    if (raw.indexOf("\\U+") < 0
        && raw.indexOf("\\M+") < 0
        && raw.indexOf("\\u+") < 0
        && raw.indexOf("\\m+") < 0) {
      return raw;
    }
    var plain = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      int length = raw.charAt(i) == '\\' ? character(raw, i, plain) : 0;
      if (length == 0) {
        plain.append(raw.charAt(i));
      }
      i += Math.max(length, 1);
    }
    return plain.toString();
  }

  /** Writes the character of the code at {@code i}; returns the code's length, 0 if none. */
  static int character(String raw, int i, StringBuilder plain) {
    if (i + 3 > raw.length() || raw.charAt(i + 2) != '+') {
      return 0;
    }
    char kind = Character.toUpperCase(raw.charAt(i + 1));
    if (kind == 'U') {
      int unit = digits(raw, i + 3, 4, 16);
      if (unit < 0) {
        return 0;
      }
      plain.append((char) unit);
      return 7;
    }
    int bytes = kind == 'M' ? digits(raw, i + 4, 4, 16) : -1;
    if (bytes < 0) {
      return 0;
    }
    plain.append(
        new String(new byte[] {(byte) (bytes >> 8), (byte) bytes}, multiByte(raw.charAt(i + 3))));
    return 8;
  }

  private static Charset multiByte(char page) {
    return CodePage.named(
        switch (page) {
          case '1' -> "ANSI_932";
          case '2' -> "ANSI_950";
          case '3' -> "ANSI_949";
          case '4' -> "ANSI_1361";
          case '5' -> "ANSI_936";
          default -> "ANSI_1252";
        });
  }

  /** The number of exactly so many digits at a place, −1 if it is none. */
  private static int digits(String text, int at, int count, int radix) {
    if (at + count > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + count; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }

  /**
   * The text of MTEXT: formatting dropped, {@code \P} a new line, {@code \~} a blank, stacked
   * fractions as {@code a/b}, braces dropped, and what {@link #ofLine} does.
   */
  public static String ofParagraphs(String raw) {
    if (raw.indexOf('\\') < 0 && raw.indexOf('{') < 0 && raw.indexOf('^') < 0) {
      return ofLine(raw).strip();
    }
    var plain = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      switch (c) {
        case '\\' -> i += Math.max(1, formatCode(raw, i, plain));
        case '{', '}' -> i++;
        case '^' -> i += caret(raw, i, plain);
        default -> {
          plain.append(c);
          i++;
        }
      }
    }
    return ofLine(plain.toString()).strip();
  }

  /** Caret codes: ^I tab, ^J new line, ^M nothing, “^ ” the caret itself. */
  private static int caret(String raw, int i, StringBuilder plain) {
    if (i + 1 == raw.length()) {
      plain.append('^');
      return 1;
    }
    switch (raw.charAt(i + 1)) {
      case 'I' -> plain.append(' ');
      case 'J' -> plain.append('\n');
      case 'M' -> {}
      case ' ' -> plain.append('^');
      default -> {
        plain.append('^');
        return 1;
      }
    }
    return 2;
  }

  /** Writes what the backslash code at {@code i} leaves behind; returns its length. */
  private static int formatCode(String raw, int i, StringBuilder plain) {
    if (i + 1 == raw.length()) {
      return 1;
    }
    int length = character(raw, i, plain);
    if (length > 0) {
      return length;
    }
    char code = raw.charAt(i + 1);
    switch (code) {
      case 'P', 'N', 'X' -> plain.append('\n');
      case '~' -> plain.append(' ');
      case '\\', '{', '}' -> plain.append(code);
      case 'L', 'l', 'O', 'o', 'K', 'k' -> {} // lines under, over and through
      case 'A', 'C', 'c', 'f', 'F', 'H', 'Q', 'T', 'W', 'p' -> {
        return toSemicolon(raw, i);
      }
      case 'S' -> {
        int all = toSemicolon(raw, i);
        int stop = i + all - (raw.charAt(i + all - 1) == ';' ? 1 : 0);
        plain.append(stacked(raw.substring(i + 2, Math.max(i + 2, stop))));
        return all;
      }
      default -> plain.append(raw, i, i + 2);
    }
    return 2;
  }

  private static int toSemicolon(String raw, int i) {
    int semicolon = raw.indexOf(';', i);
    return (semicolon < 0 ? raw.length() : semicolon + 1) - i;
  }

  /** “1#2”, “1^ 2” and “1/2” are one half; “+0.1^-0.2” is a tolerance. */
  private static String stacked(String content) {
    return content.replace("^ ", "/").replace('#', '/').replace('^', '/').strip();
  }
}
