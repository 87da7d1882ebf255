package dev.planlift.core.linework;

/** What plotters do to coordinates: they round them to their dots. */
final class Rounding {
  /** A dot of 1,200 to the inch; both coordinates of both ends may be off by half of it. */
  private static final double DOT_PT = 0.06;

  private Rounding() {}

  /** How much two chords one after the other may turn for that alone, radians. */
  static double turnRad(double onePt, double otherPt) {
    return Math.atan(DOT_PT / Math.max(DOT_PT, Math.min(onePt, otherPt)));
  }
}
