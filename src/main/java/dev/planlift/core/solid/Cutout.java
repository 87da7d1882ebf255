package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Opening;
import java.util.List;

/**
 * What an opening takes out of walls: a rectangle in the plan between two heights.
 *
 * @param center metres
 * @param angleRad the direction of the half width
 */
record Cutout(
    Vec2 center,
    double angleRad,
    double halfWidthM,
    double halfDepthM,
    double bottomM,
    double topM) {
  /** Beyond the wall's faces, so that faces drawn not quite parallel leave no skin standing. */
  private static final double OVERSHOOT_M = 0.01;

  static Cutout of(Opening opening, double floorM) {
    return new Cutout(
        opening.center(),
        opening.angleRad(),
        opening.widthM() / 2,
        opening.depthM() / 2,
        floorM + opening.sillM(),
        floorM + opening.headM());
  }

  Cutout throughTheFaces() {
    return new Cutout(center, angleRad, halfWidthM, halfDepthM + OVERSHOOT_M, bottomM, topM);
  }

  /** Counter-clockwise. */
  List<Vec2> corners() {
    var along = Vec2.ofAngle(angleRad).times(halfWidthM);
    var across = Vec2.ofAngle(angleRad).perpendicular().times(halfDepthM);
    return List.of(
        center.minus(along).minus(across),
        center.plus(along).minus(across),
        center.plus(along).plus(across),
        center.minus(along).plus(across));
  }

  boolean contains(Vec2 p) {
    var from = p.minus(center);
    var along = Vec2.ofAngle(angleRad);
    return Math.abs(from.dot(along)) <= halfWidthM
        && Math.abs(from.dot(along.perpendicular())) <= halfDepthM;
  }
}
