package dev.planlift.core.geom;

/** Distances below which two things count as one, each with its reason. Metres unless said. */
public final class Tolerance {
  /** Points nearer than this are one: drafting noise ends well below a tenth of a millimetre. */
  public static final double SAME_POINT_M = 1e-4;

  /** The grid solids are noded on: far below a visible gap, far above double noise at 1000 km. */
  public static final double GRID_M = 1e-5;

  /** Lines turned against each other by less than this are parallel (0.6°): hand-drawn plans. */
  public static final double PARALLEL_RAD = Math.toRadians(0.6);

  private Tolerance() {}
}
