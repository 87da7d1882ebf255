package dev.planlift.core.dxf.entity;

import dev.planlift.core.geom.Vec3;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rectangle around a clip boundary, in the boundary's own coordinates. */
final class ClipRectangle {
  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;

  void include(double x, double y) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }

  void include(Points points) {
    for (int i = 0; i < points.size(); i++) {
      include(points.get(i).x(), points.get(i).y());
    }
  }

  /** Its corners in the drawing, counter-clockwise unless the map mirrors. */
  List<Vec3> corners(UnaryOperator<Vec3> toWorld) {
    return List.of(
        toWorld.apply(new Vec3(minX, maxY, 0)),
        toWorld.apply(new Vec3(maxX, maxY, 0)),
        toWorld.apply(new Vec3(maxX, minY, 0)),
        toWorld.apply(new Vec3(minX, minY, 0)));
  }
}
