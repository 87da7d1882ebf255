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
        plain.append(numbered(number));
        return 5;
      }
    }
    return 3;
  }

  /** The character of a number: of Windows, but for three that shape fonts draw otherwise. */
  private static String numbered(int number) {
    return switch (number) {
      case 127 -> "°";
      case 128 -> "±";
      case 129 -> "⌀";
      default ->
          number > 255
              ? String.valueOf((char) number)
              : new String(new byte[] {(byte) number}, CodePage.DEFAULT.charset());
    };
  }

  /** The text with {@code \U+XXXX} and {@code \M+nXXXX} turned into their characters. */
  public static String decoded(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw; // most are like that
    }
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
    var page = multiByte(raw.charAt(i + 3));
    byte[] one =
        bytes < 0x100 ? new byte[] {(byte) bytes} : new byte[] {(byte) (bytes >> 8), (byte) bytes};
    plain.append(new String(one, page));
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

  /** The text of MTEXT, as {@link ParagraphText} has it. */
  public static String ofParagraphs(String raw) {
    return raw.indexOf('\\') < 0 && raw.indexOf('{') < 0 && raw.indexOf('^') < 0
        ? ofLine(raw).strip()
        : ParagraphText.of(raw, 1).text();
  }
}
