package dev.planlift.core.dxf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decimal numbers out of bytes without a String in between. Right to one unit in the last place;
 * exact up to 15 digits.
 */
final class Decimals {
  private static final double[] POWERS = new double[23];
  private static final long EXACT = 1L << 53;

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10; // exact: 10^22 < 2^53 · 2^22
    }
  }

  private Decimals() {}

  /**
   * The number in {@code bytes[start, end)}, blanks around it allowed.
   *
   * @throws NumberFormatException where there is none
   */
  static double parse(byte[] bytes, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && bytes[from] <= ' ' && bytes[from] >= 0) {
      from++;
    }
    while (to > from && bytes[to - 1] <= ' ' && bytes[to - 1] >= 0) {
      to--;
    }
    int i = from;
    boolean negative = false;
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      negative = bytes[i] == '-';
      i++;
    }
    long mantissa = 0;
    int digits = 0;
    int scale = 0;
    boolean point = false;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        if (digits < 18) {
          mantissa = mantissa * 10 + digit;
          digits += mantissa == 0 ? 0 : 1;
          scale -= point ? 1 : 0;
        } else {
          scale += point ? 0 : 1;
        }
      } else if (bytes[i] == '.' && !point) {
        point = true;
      } else {
        return slow(bytes, from, to);
      }
    }
    if (to == from || scale < -22 || scale > 22 || (mantissa == 0 && digitless(bytes, from, to))) {
      return slow(bytes, from, to);
    }
    double value = scaled(mantissa, scale);
    return negative ? -value : value;
  }

  /** A power of ten is exact, so what a first rounding lost can be added again. */
  private static double scaled(long mantissa, int scale) {
    double power = POWERS[Math.abs(scale)];
    double high = mantissa;
    double low = mantissa <= EXACT ? 0 : mantissa - (long) high;
    if (scale < 0) {
      double quotient = high / power;
      return low == 0 ? quotient : quotient + (Math.fma(-quotient, power, high) + low) / power;
    }
    double product = high * power;
    return low == 0 ? product : product + (Math.fma(high, power, -product) + low * power);
  }

  private static boolean digitless(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '0') {
        return false;
      }
    }
    return true;
  }

  /** Exponents, very long numbers, and what C libraries print for numbers that are none. */
  private static double slow(byte[] bytes, int from, int to) {
    if (to - from > 400) {
      throw new NumberFormatException("Too long for a number");
    }
    var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("nan") || lower.contains("#") || lower.contains("inf")) {
      return Double.NaN;
    }
    if (lower.endsWith("d") || lower.endsWith("f") || lower.contains("x")) {
      throw new NumberFormatException(text);
    }
    return Double.parseDouble(text);
  }

  /** As {@link #parse}, cut to an {@code int}. */
  static int integer(byte[] bytes, int start, int end) {
    return (int) parse(bytes, start, end);
  }
}
