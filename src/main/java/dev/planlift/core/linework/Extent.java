package dev.planlift.core.linework;

import java.util.List;

/**
 * A box in axes turned by an angle.
 *
 * @param left along the angle, points
 * @param low across it, points
 */
record Extent(double left, double low, double right, double high) {
  static Extent of(List<Mark> marks, double angleRad) {
    double c = Math.cos(angleRad);
    double s = Math.sin(angleRad);
    double left = Double.POSITIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (var mark : marks) {
      for (var point : mark.points()) {
        double x = c * point.x() + s * point.y();
        double y = c * point.y() - s * point.x();
        left = Math.min(left, x);
        right = Math.max(right, x);
        low = Math.min(low, y);
        high = Math.max(high, y);
      }
    }
    return new Extent(left, low, right, high);
  }

  double width() {
    return right - left;
  }

  double height() {
    return high - low;
  }

  double longer() {
    return Math.max(width(), height());
  }

  /** Of the middle across the angle. */
  double level() {
    return (low + high) / 2;
  }

  /** How far another lies to either side of this; negative where they overlap. */
  double gap(Extent other) {
    return Math.max(other.left - right, left - other.right);
  }
}
