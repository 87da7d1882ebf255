package dev.planlift.core.geom;

/** Radians, counter-clockwise. */
public final class Angle {
  public static final double TURN = 2 * Math.PI;

  private Angle() {}

  /** The same angle in [0, 2π). */
  public static double positive(double angleRad) {
    double a = angleRad % TURN;
    return a < 0 ? a + TURN : a;
  }

  /** The same angle in (−π, π]. */
  public static double signed(double angleRad) {
    double a = positive(angleRad);
    return a > Math.PI ? a - TURN : a;
  }

  /** The angle between two undirected lines, in [0, π/2]. */
  public static double betweenLines(double a, double b) {
    double d = positive(a - b) % Math.PI;
    return Math.min(d, Math.PI - d);
  }
}
