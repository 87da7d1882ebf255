package dev.planlift.core.preview;

import dev.planlift.core.geom.Vec3;

/**
 * A perspective camera above the plan, looking down at an angle and at an angle to the walls, north
 * away from the viewer or, for tall plans, turned by a quarter.
 *
 * @param eye where it stands, from the middle of what it shows
 * @param right unit vector, level
 * @param up unit vector
 * @param forward unit vector, into the picture
 * @param tanX half the picture's width at distance one
 * @param tanY half its height at distance one
 */
record Camera(Vec3 eye, Vec3 right, Vec3 up, Vec3 forward, double tanX, double tanY) {
  private static final double ELEVATION_RAD = StrictMath.toRadians(56);
  private static final double YAW_RAD = StrictMath.toRadians(-22);
  private static final double HALF_VIEW_RAD = StrictMath.toRadians(13);

  /** Air around the building, as a share of the picture. */
  private static final double MARGIN = 0.07;

  /** A turned plan is harder to recognise: it must show this much larger to be worth it. */
  private static final double WORTH_TURNING = 1.2;

  /** The camera that shows all points of a building as large as it can. */
  static Camera fitted(Framing.Shown shown, int width, int height) {
    double tanY = StrictMath.tan(HALF_VIEW_RAD);
    double tanX = tanY * width / height;
    double yaw = YAW_RAD - shown.bearingRad();
    var straight = fitted(shown.points(), yaw, tanX, tanY);
    var turned = fitted(shown.points(), yaw + StrictMath.PI / 2, tanX, tanY);
    double closer = straight.eye.length() / turned.eye.length();
    return closer > WORTH_TURNING ? turned : straight;
  }

  private static Camera fitted(double[] points, double yawRad, double tanX, double tanY) {
    double c = StrictMath.cos(ELEVATION_RAD);
    double s = StrictMath.sin(ELEVATION_RAD);
    double sinYaw = StrictMath.sin(yawRad);
    double cosYaw = StrictMath.cos(yawRad);
    var forward = new Vec3(sinYaw * c, cosYaw * c, -s);
    var right = new Vec3(cosYaw, -sinYaw, 0);
    var up = right.cross(forward);
    double fitX = tanX * (1 - 2 * MARGIN);
    double fitY = tanY * (1 - 2 * MARGIN);
    // Each side of the view is one linear bound on the eye: x − ex ≤ tan · (depth of the point).
    double onRight = Double.NEGATIVE_INFINITY;
    double onLeft = Double.NEGATIVE_INFINITY;
    double above = Double.NEGATIVE_INFINITY;
    double below = Double.NEGATIVE_INFINITY;
    for (int i = 0; i + 2 < points.length; i += 3) {
      double px = points[i];
      double py = points[i + 1];
      double pz = points[i + 2];
      double x = px * right.x() + py * right.y() + pz * right.z();
      double y = px * up.x() + py * up.y() + pz * up.z();
      double back = -(px * forward.x() + py * forward.y() + pz * forward.z());
      onRight = Math.max(onRight, x + fitX * back);
      onLeft = Math.max(onLeft, -x + fitX * back);
      above = Math.max(above, y + fitY * back);
      below = Math.max(below, -y + fitY * back);
    }
    double back = Math.max((onRight + onLeft) / (2 * fitX), (above + below) / (2 * fitY));
    back = Math.max(back, 0.1);
    var eye =
        right
            .times((onRight - onLeft) / 2)
            .plus(up.times((above - below) / 2))
            .plus(forward.times(-back));
    return new Camera(eye, right, up, forward, tanX, tanY);
  }
}
