package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.View;
import java.util.List;

/**
 * Pages larger than any sheet are sheets whose dots were written as points: their sides come to
 * those of a sheet at a usual number of dots to the millimetre.
 */
final class PageDots {
  private static final double POINTS_A_MM = 72 / 25.4;

  /** The largest sheet, A0, is this long. */
  private static final double LARGEST_MM = 1200;

  /** Sides in millimetres: A0 to A4, ANSI E to A, ARCH E to A. */
  private static final double[][] SHEETS = {
    {1189, 841}, {841, 594}, {594, 420}, {420, 297}, {297, 210},
    {1117.6, 863.6}, {863.6, 558.8}, {558.8, 431.8}, {431.8, 279.4}, {279.4, 215.9},
    {1219.2, 914.4}, {914.4, 609.6}, {609.6, 457.2}, {457.2, 304.8}, {304.8, 228.6}
  };

  /** Tenths of a millimetre, those as 96 dots to the inch in points, and dots to the inch. */
  private static final double[] DOTS_A_MM = {
    10, 7.5, 96 / 25.4, 100 / 25.4, 150 / 25.4, 200 / 25.4, 300 / 25.4, 600 / 25.4
  };

  private static final double EXACT = 0.0015;

  private PageDots() {}

  /** How many times larger the page is than the sheet it was made for; one where it is as large. */
  static double timesTooLarge(List<View> views) {
    return views.stream()
        .filter(view -> view.kind() == View.Kind.PAGE && !view.extents().isEmpty())
        .mapToDouble(view -> timesTooLarge(view.extents().size().x(), view.extents().size().y()))
        .findFirst()
        .orElse(1);
  }

  private static double timesTooLarge(double width, double height) {
    double longer = Math.max(width, height);
    double shorter = Math.min(width, height);
    if (longer <= LARGEST_MM * POINTS_A_MM) {
      return 1;
    }
    for (double dots : DOTS_A_MM) {
      for (var sheet : SHEETS) {
        if (isNear(longer, dots * sheet[0]) && isNear(shorter, dots * sheet[1])) {
          return dots / POINTS_A_MM;
        }
      }
    }
    return 1;
  }

  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) < EXACT * other;
  }
}
