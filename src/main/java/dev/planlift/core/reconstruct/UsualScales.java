package dev.planlift.core.reconstruct;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How usual scales are, as natural logarithms of odds. */
final class UsualScales {
  /** Any other, as sheets printed to fit have. */
  static final double ODD = -3;

  static final double LARGEST = 0.5;
  static final double SMALLEST = 20_000;

  private static final double NOT_CUSTOMARY = -1.5;

  private static final double[][] METRIC = {
    {1, -5},
    {2, -5},
    {5, -4},
    {10, -3.5},
    {20, -2},
    {25, -2},
    {30, -2.5},
    {40, -2.5},
    {50, 0},
    {60, -2},
    {75, -1},
    {80, -2},
    {100, 0.3},
    {120, -2.5},
    {125, -1.5},
    {150, -1.5},
    {200, -0.4},
    {250, -1.2},
    {300, -1.5},
    {400, -1.7},
    {500, -1},
    {600, -2},
    {750, -2},
    {1000, -1.5},
    {1250, -2.5},
    {1500, -2.5},
    {2000, -2},
    {2500, -2},
    {5000, -2.5}
  };

  /** 3″, 1½″, 1″, ¾″, ½″, ⅜″, ¼″, 3⁄16″, ⅛″, 3⁄32″, 1⁄16″, 1⁄32″ to the foot; 1″ to 10′ … 100′. */
  private static final double[][] IMPERIAL = {
    {4, -4},
    {8, -4},
    {12, -4},
    {16, -3},
    {24, -1.5},
    {32, -2},
    {48, 0.3},
    {64, -0.8},
    {96, 0.2},
    {128, -1.5},
    {192, -0.8},
    {384, -2},
    {120, -1.5},
    {240, -1.2},
    {360, -1.5},
    {480, -1.7},
    {600, -1.8},
    {720, -2.2},
    {1200, -2}
  };

  private UsualScales() {}

  /** Whether drawings in metres are drawn at it. */
  static boolean isMetric(double denominator) {
    return Arrays.stream(METRIC).anyMatch(scale -> scale[0] == denominator);
  }

  /** Denominator → odds. */
  static Map<Double, Double> odds(boolean imperial) {
    var odds = new LinkedHashMap<Double, Double>();
    for (var scale : METRIC) {
      odds.merge(scale[0], scale[1] + (imperial ? NOT_CUSTOMARY / 2 : 0), Math::max);
    }
    for (var scale : IMPERIAL) {
      odds.merge(scale[0], scale[1] + (imperial ? 0 : NOT_CUSTOMARY), Math::max);
    }
    return odds;
  }
}
