package dev.planlift.core.reconstruct;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A line that may be one of a hatch, in axes turned so that its family lies level.
 *
 * @param angleRad of the line, 0 to π
 */
record HatchLine(LineWork.Line line, double angleRad, double x0, double x1, double y) {
  /** Where neighbours' ends lie so many distances apart, the area between them steps. */
  private static final double STEP = 5;

  static HatchLine of(LineWork.Line line) {
    double angle = line.angleRad();
    angle = angle < 0 ? angle + Math.PI : angle;
    return new HatchLine(line, angle >= Math.PI ? 0 : angle, 0, line.length(), 0);
  }

  HatchLine turned(double family) {
    var a = Hatched.turned(line.a(), -family);
    var b = Hatched.turned(line.b(), -family);
    return new HatchLine(line, angleRad, Math.min(a.x, b.x), Math.max(a.x, b.x), (a.y + b.y) / 2);
  }

  double length() {
    return x1 - x0;
  }

  double common(HatchLine other) {
    return Math.min(x1, other.x1) - Math.max(x0, other.x0);
  }

  /** The area between this and the next line of its family, turned back. */
  Optional<Polygon> strip(HatchLine next, double family) {
    double most = STEP * (next.y - y);
    boolean left = Math.abs(x0 - next.x0) > most;
    boolean right = Math.abs(x1 - next.x1) > most;
    double l = Math.max(x0, next.x0);
    double r = Math.min(x1, next.x1);
    double[][] corners = {
      {left ? l : x0, y},
      {right ? r : x1, y},
      {right ? r : next.x1, next.y},
      {left ? l : next.x0, next.y}
    };
    var ring = new Coordinate[5];
    for (int i = 0; i < 4; i++) {
      ring[i] = Hatched.turned(new Coordinate(corners[i][0], corners[i][1]), family);
    }
    ring[4] = ring[0].copy();
    var polygon = Polygons.FACTORY.createPolygon(ring);
    return polygon.getArea() > 0 ? Optional.of(polygon) : Optional.empty();
  }
}
