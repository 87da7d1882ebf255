package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;

/**
 * The bulge of a polyline's piece: the tangent of a quarter of its included angle, positive where
 * it runs counter-clockwise. DXF Reference, LWPOLYLINE group 42.
 */
public final class Bulge {
  /** Flatter than this an arc is a line: its sagitta is a billionth of its chord. */
  public static final double FLAT = 1e-9;

  private Bulge() {}

  /**
   * The arc from (x1, y1) to (x2, y2), in the plane of {@code ocs} at {@code elevation}.
   *
   * @param bulge not flat, the points not equal
   */
  public static Segment.EllipticArc arc(
      double x1, double y1, double x2, double y2, double bulge, double elevation, Ocs ocs) {
    // The centre lies on the chord's bisector, to the left of it by (1 − b²) / 4b chords.
    double shift = (1 - bulge * bulge) / (4 * bulge);
    double cx = (x1 + x2) / 2 - shift * (y2 - y1);
    double cy = (y1 + y2) / 2 + shift * (x2 - x1);
    double radius = Math.hypot(x1 - cx, y1 - cy);
    return new Segment.EllipticArc(
        ocs.toWorld(new Vec3(cx, cy, elevation)),
        ocs.x().times(radius),
        ocs.y().times(radius),
        Math.atan2(y1 - cy, x1 - cx),
        4 * Math.atan(bulge));
  }
}
