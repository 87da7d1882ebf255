package dev.planlift.core.dxf;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The text of an MTEXT freed from its inline codes: {@code \P}, {@code \N}, {@code \X} and {@code
 * ^J} part lines, {@code \~} and {@code ^I} are blanks, stacked fractions become {@code a/b}, what
 * formats is dropped together with its braces. A code whose value cannot be one stays as it is
 * written. DXF Reference, “MTEXT”; the inline codes' grammar after ezdxf, {@code tools/text.py}.
 */
public final class ParagraphText {
  /** Braces nested deeper do not change the height; no program writes them. */
  private static final int MAX_NESTING = 64;

  private final String raw;
  private final StringBuilder plain;
  private final Deque<Double> outer = new ArrayDeque<>();
  private double height;
  private double firstHeight = Double.NaN;
  private int at;

  private ParagraphText(String raw, double height) {
    this.raw = raw;
    this.height = height;
    this.plain = new StringBuilder(raw.length());
  }

  /**
   * Reads a text.
   *
   * @param height of its letters unless a code in it says otherwise
   */
  public static ParagraphText of(String raw, double height) {
    var text = new ParagraphText(raw, height);
    text.read();
    return text;
  }

  /** Lines parted by {@code \n}, without blanks around the whole. */
  public String text() {
    return PlainText.ofLine(plain.toString()).strip();
  }

  /** The height of the first letter. */
  public double height() {
    return Double.isNaN(firstHeight) ? height : firstHeight;
  }

  private void read() {
    while (at < raw.length()) {
      char c = raw.charAt(at);
      switch (c) {
        case '\\' -> code();
        case '{' -> {
          if (outer.size() < MAX_NESTING) {
            outer.push(height);
          }
          at++;
        }
        case '}' -> {
          height = outer.isEmpty() ? height : outer.pop();
          at++;
        }
        case '^' -> caret();
        default -> {
          write(c);
          at++;
        }
      }
    }
  }

  private void write(char c) {
    if (Double.isNaN(firstHeight) && !Character.isWhitespace(c)) {
      firstHeight = height;
    }
    plain.append(c);
  }

  /** Caret codes: ^I tab, ^J new line, ^M nothing, “^ ” the caret itself. */
  private void caret() {
    char next = at + 1 < raw.length() ? raw.charAt(at + 1) : 0;
    at += 2;
    switch (next) {
      case 'I' -> write(' ');
      case 'J' -> write('\n');
      case 'M' -> {}
      case ' ' -> write('^');
      default -> {
        write('^');
        at--;
      }
    }
  }

  private void code() {
    int length = PlainText.character(raw, at, plain);
    if (length > 0) {
      firstHeight = Double.isNaN(firstHeight) ? height : firstHeight;
      at += length;
      return;
    }
    char code = at + 1 < raw.length() ? raw.charAt(at + 1) : 0;
    at += 2;
    switch (code) {
      case 0 -> {} // a backslash at the end
      case 'P', 'N', 'X' -> write('\n');
      case '~' -> write(' ');
      case '\\', '{', '}' -> write(code);
      case 'L', 'l', 'O', 'o', 'K', 'k' -> {} // lines under, over and through
      case 'f', 'F', 'p' -> at = behindSemicolon();
      case 'S' -> stack();
      case 'H' -> takeHeight();
      case 'A', 'C', 'c', 'Q', 'T', 'W' -> {
        if (!value()) {
          literal(code);
        }
      }
      default -> literal(code);
    }
  }

  private void literal(char code) {
    write('\\');
    write(code);
  }

  private int behindSemicolon() {
    int semicolon = raw.indexOf(';', at);
    return semicolon < 0 ? raw.length() : semicolon + 1;
  }

  /** Passes over a number, an x that makes it a factor, and a semicolon; whether one stood here. */
  private boolean value() {
    int from = at;
    int i = from;
    while (i < raw.length() && isOfNumber(raw.charAt(i))) {
      i++;
    }
    if (i == from) {
      return false;
    }
    i += i < raw.length() && raw.charAt(i) == 'x' ? 1 : 0;
    at = i + (i < raw.length() && raw.charAt(i) == ';' ? 1 : 0);
    return true;
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
  }

  /** A height of its own, or a factor to the one in force. */
  private void takeHeight() {
    int from = at;
    if (!value()) {
      literal('H');
      return;
    }
    int to = at;
    while (to > from && !isOfNumber(raw.charAt(to - 1))) {
      to--;
    }
    try {
      double number = Double.parseDouble(raw.substring(from, to));
      boolean factor = raw.charAt(Math.min(to, raw.length() - 1)) == 'x';
      height = number > 0 ? number * (factor ? height : 1) : height;
    } catch (NumberFormatException e) {
      // Signs and points that make no number: the height stays.
    }
  }

  /** “1#2”, “1^ 2” and “1/2” are one half; “+0.1^-0.2” is a tolerance. A backslash guards signs. */
  private void stack() {
    boolean whole = !plain.isEmpty() && Character.isDigit(plain.charAt(plain.length() - 1));
    if (whole && at < raw.length() && Character.isDigit(raw.charAt(at))) {
      write(' '); // one and a half, not eleven halves
    }
    while (at < raw.length() && raw.charAt(at) != ';') {
      char c = raw.charAt(at);
      at++;
      switch (c) {
        case '\\' -> {
          int length = PlainText.character(raw, at - 1, plain);
          if (length > 0) {
            at += length - 1;
          } else if (at < raw.length()) {
            write(raw.charAt(at++));
          }
        }
        case '^' -> {
          at += at < raw.length() && raw.charAt(at) == ' ' ? 1 : 0;
          part();
        }
        case '#', '/' -> part();
        default -> write(c);
      }
    }
    at++;
  }

  /** The sign between the two parts, unless one of them is empty. */
  private void part() {
    boolean lower = at < raw.length() && raw.charAt(at) != ';';
    boolean upper = !plain.isEmpty() && !Character.isWhitespace(plain.charAt(plain.length() - 1));
    if (lower && upper) {
      write('/');
    }
  }
}
