package dev.planlift.core.plan;

import dev.planlift.core.geom.Vec2;
import java.util.List;
import java.util.Optional;

/**
 * A door, a window or a bare opening: a rectangle through a wall, from its sill to its head.
 *
 * @param center in the middle of the wall's thickness, metres
 * @param angleRad of the wall, in [0, π): the direction the width is measured in
 * @param widthM clear width along the wall
 * @param depthM through the wall
 * @param sillM lower edge above the floor, 0 for doors
 * @param headM upper edge above the floor
 */
public record Opening(
    Kind kind,
    Vec2 center,
    double angleRad,
    double widthM,
    double depthM,
    double sillM,
    double headM,
    Optional<Leaf> leaf,
    Evidence evidence) {
  /** What fills the opening. */
  public enum Kind {
    DOOR,
    WINDOW,
    /** A passage without a door: cut like a door, nothing is hung in it. */
    BARE
  }

  /**
   * How a door opens, as far as known.
   *
   * @param leaves 1 or 2 that hang, more where they fold or turn
   * @param hinge where the leaf hangs, of two the larger; metres
   * @param swing the direction into which the leaf opens, unit vector across the wall
   */
  public record Leaf(int leaves, Optional<Vec2> hinge, Optional<Vec2> swing) {}

  /** The four corners of the rectangle, counter-clockwise. */
  public List<Vec2> corners() {
    var along = Vec2.ofAngle(angleRad).times(widthM / 2);
    var across = Vec2.ofAngle(angleRad).perpendicular().times(depthM / 2);
    return List.of(
        center.minus(along).minus(across),
        center.plus(along).minus(across),
        center.plus(along).plus(across),
        center.minus(along).plus(across));
  }
}
