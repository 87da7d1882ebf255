package dev.planlift.samples;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A circle along which faces or middle lines of walls run. */
record Round(Coordinate center, double radius) {
  /** Chords stay this near to the curve, metres. */
  static final double SAGITTA_M = 1e-4;

  /** How far a point on a chord may be from the curve. */
  private static final double NEAR_M = 3e-4;

  double step() {
    return 2 * Math.acos(1 - SAGITTA_M / radius);
  }

  Coordinate at(double angleRad) {
    return new Coordinate(
        center.x + radius * Math.cos(angleRad), center.y + radius * Math.sin(angleRad));
  }

  double angle(Coordinate p) {
    return Math.atan2(p.y - center.y, p.x - center.x);
  }

  boolean holds(Coordinate p) {
    return Math.abs(p.distance(center) - radius) < NEAR_M;
  }

  Round wider(double by) {
    return new Round(center, radius + by);
  }

  /** Points along the curve, both ends among them. */
  List<Coordinate> chain(double fromRad, double sweepRad) {
    int steps = Math.max(2, (int) Math.ceil(Math.abs(sweepRad) / step()));
    var chain = new ArrayList<Coordinate>();
    for (int i = 0; i <= steps; i++) {
      chain.add(at(fromRad + sweepRad * i / steps));
    }
    return chain;
  }
}
