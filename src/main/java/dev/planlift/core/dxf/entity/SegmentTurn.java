package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;

/** Segments run through from their ends. */
final class SegmentTurn {
  private SegmentTurn() {}

  /** The same segment run through from its end. */
  static Segment reversed(Segment segment) {
    return switch (segment) {
      case Segment.Polyline line -> new Segment.Polyline(reversed(line.xyz(), 3));
      case Segment.EllipticArc arc ->
          new Segment.EllipticArc(
              arc.center(), arc.u(), arc.v(), arc.startRad() + arc.sweepRad(), -arc.sweepRad());
      case Segment.CubicBezier c -> new Segment.CubicBezier(c.p3(), c.p2(), c.p1(), c.p0());
      case Segment.Nurbs n ->
          new Segment.Nurbs(
              n.degree(), mirrored(n.knots()), reversed(n.controls(), 3), reversed(n.weights(), 1));
    };
  }

  private static double[] reversed(double[] values, int stride) {
    var turned = new double[values.length];
    for (int i = 0; i < values.length; i += stride) {
      System.arraycopy(values, i, turned, values.length - stride - i, stride);
    }
    return turned;
  }

  private static double[] mirrored(double[] knots) {
    var turned = new double[knots.length];
    double sum = knots[0] + knots[knots.length - 1];
    for (int i = 0; i < knots.length; i++) {
      turned[i] = sum - knots[knots.length - 1 - i];
    }
    return turned;
  }
}
