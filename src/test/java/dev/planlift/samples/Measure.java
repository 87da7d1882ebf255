package dev.planlift.samples;

import java.util.Locale;

/** Lengths and areas as drafters write them. */
final class Measure {
  private static final double FOOT_M = 0.3048;
  private static final int INCHES = 12;

  private Measure() {}

  /**
   * A length as the text of a dimension: feet and inches, two decimals of metres, or whole units.
   */
  static String text(double metres, double unitsPerMetre) {
    if (isImperial(unitsPerMetre)) {
      return feet(metres);
    }
    return unitsPerMetre < 10
        ? String.format(Locale.ROOT, "%.2f", metres * unitsPerMetre)
        : String.valueOf(Math.round(metres * unitsPerMetre));
  }

  static boolean isImperial(double unitsPerMetre) {
    return Math.abs(unitsPerMetre * FOOT_M - 1) < 1e-6
        || Math.abs(unitsPerMetre * FOOT_M - INCHES) < 1e-6;
  }

  static String feet(double metres) {
    long inches = Math.round(metres / FOOT_M * INCHES);
    return inches / INCHES + "'-" + inches % INCHES + "\"";
  }

  static String squareFeet(double squareMetres) {
    return Math.round(squareMetres / FOOT_M / FOOT_M) + " SF";
  }
}
