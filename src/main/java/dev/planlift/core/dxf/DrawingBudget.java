package dev.planlift.core.dxf;

/**
 * How much the entities of one drawing may unfold to in all: a small file may ask for any number.
 */
final class DrawingBudget {
  /** So many instances may arrays of inserts unfold to. */
  static final int MAX_ARRAY_INSTANCES = 200_000;

  /** So many faces may smoothing make. */
  static final long MAX_SMOOTHED_FACES = 2_000_000;

  private int arrayInstances = MAX_ARRAY_INSTANCES;
  private long faces = MAX_SMOOTHED_FACES;

  /** Takes so many faces if there are as many left; whether there were. */
  boolean takeFaces(long wanted) {
    boolean enough = wanted <= faces;
    faces -= enough ? wanted : 0;
    return enough;
  }

  /** Takes so many instances, or what is left; one is always given. */
  int takeInstances(long wanted) {
    if (wanted <= 1) {
      return 1;
    }
    int given = (int) Math.min(wanted, Math.max(1, arrayInstances));
    arrayInstances -= given;
    return given;
  }
}
