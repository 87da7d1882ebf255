package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The slabs of what may be a section: level bands as wide as all walls, one storey's height over
 * the other.
 */
final class FloorBands {
  private static final double MIN_STOREY_M = 2.3;
  private static final double MAX_STOREY_M = 4.5;

  /** Storeys of a building are much alike; the rooms of a plan are not. */
  private static final double ALIKE = 0.2;

  private static final double MIN_SLAB_M = 0.08;
  private static final double MAX_SLAB_M = 0.6;

  /** Of the walls' breadth so much is drawn of a slab's face. */
  private static final double ACROSS = 0.7;

  private static final double STEP_M = 0.01;

  private FloorBands() {}

  /** How many slabs lie over each other at a like distance. */
  static int in(Recognition found) {
    var slabs = slabs(found);
    int most = 0;
    for (int i = 0; i + 1 < slabs.size(); i++) {
      double storey = slabs.get(i + 1) - slabs.get(i);
      int count = 1;
      while (i + count < slabs.size()
          && storey >= MIN_STOREY_M
          && storey <= MAX_STOREY_M
          && Math.abs(slabs.get(i + count) - slabs.get(i + count - 1) - storey) < ALIKE * storey) {
        count++;
      }
      most = Math.max(most, count);
    }
    return most;
  }

  /** The heights of slabs' lower faces, ascending. */
  private static List<Double> slabs(Recognition found) {
    double across = ACROSS * found.storey().walls().getEnvelopeInternal().getWidth();
    var drawn = new TreeMap<Long, Double>();
    for (var line : found.work().lines()) {
      if (Math.abs(line.a().y - line.b().y) < STEP_M) {
        drawn.merge(Math.round(line.middle().y / STEP_M), line.length(), Double::sum);
      }
    }
    var slabs = new ArrayList<Double>();
    double below = Double.NEGATIVE_INFINITY;
    for (var level : drawn.entrySet()) {
      if (level.getValue() >= across) {
        double y = level.getKey() * STEP_M;
        boolean upper = y - below >= MIN_SLAB_M && y - below <= MAX_SLAB_M;
        if (upper && (slabs.isEmpty() || below - slabs.getLast() > MAX_SLAB_M)) {
          slabs.add(below);
        }
        below = y;
      }
    }
    return slabs;
  }
}
