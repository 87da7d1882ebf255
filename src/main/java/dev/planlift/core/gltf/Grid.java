package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;

/**
 * The grid that all positions of a rounded model lie on, whatever mesh they belong to: walls that
 * touch touch exactly. Its step is a power of two, so what the viewer multiplies and adds gives the
 * grid's numbers without any further rounding.
 */
final class Grid {
  /**
   * An eighth of a millimetre, so that no position is moved by more than 0.106; 8 m fit 16 bits.
   */
  static final double STEP_M = 0x1p-13;

  /** Bits of a number's magnitude, for the sign and 23 bits travel in 24. */
  private static final int BITS = 23;

  /** Up to here numbers lie on the grid; beyond it steps grow with them. */
  private static final double REACH_M = STEP_M * (1 << BITS);

  /** Of a 16-bit coordinate, to either side. */
  private static final int SHORT_STEPS = 32767;

  /** Normals are 127ths. */
  private static final int NORMAL_STEPS = 127;

  private Grid() {}

  /** The nearest number of the grid, or of 23 bits where the grid does not reach; exact floats. */
  static double snap(double value) {
    double magnitude = Math.abs(value);
    if (magnitude < REACH_M) {
      return Math.rint(value / STEP_M) * STEP_M + 0.0;
    }
    if (!Double.isFinite(value)) {
      return value;
    }
    int exponent = Math.getExponent(value) - BITS + 1;
    return Math.scalb(Math.rint(Math.scalb(value, -exponent)), exponent);
  }

  static Vec3 snap(Vec3 p) {
    return new Vec3(snap(p.x()), snap(p.y()), snap(p.z()));
  }

  /** Whether everything between two corners can be told in 16 bits from the middle. */
  static boolean fitsShorts(Vec3 min, Vec3 max) {
    var extent = max.minus(min);
    double most = Math.max(extent.x(), Math.max(extent.y(), extent.z()));
    return most <= 2 * (SHORT_STEPS - 1) * STEP_M && reaches(min, max);
  }

  /** Whether everything between two corners lies on the grid. */
  static boolean reaches(Vec3 min, Vec3 max) {
    return isNear(min) && isNear(max);
  }

  private static boolean isNear(Vec3 p) {
    return Math.abs(p.x()) < REACH_M && Math.abs(p.y()) < REACH_M && Math.abs(p.z()) < REACH_M;
  }

  /** Where 16-bit coordinates between two corners are counted from. */
  static Vec3 middle(Vec3 min, Vec3 max) {
    return snap(min.plus(max).times(0.5));
  }

  /** A coordinate in steps from the middle. */
  static short steps(float coordinate, double middle) {
    return (short) Math.rint((coordinate - middle) / STEP_M);
  }

  /** The nearest number that 8 bits tell of a normal. */
  static float snapNormal(double component) {
    return normal((byte) Math.rint(component * NORMAL_STEPS));
  }

  /** What a reader makes of 8 bits (glTF 2.0 §3.6.2.2); −128 is never written. */
  static float normal(byte steps) {
    return steps / (float) NORMAL_STEPS;
  }

  /** The 8 bits of a number from {@link #snapNormal}. */
  static byte normalSteps(float component) {
    return (byte) Math.round(component * NORMAL_STEPS);
  }
}
