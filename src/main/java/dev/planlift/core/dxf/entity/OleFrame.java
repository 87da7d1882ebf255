package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * OLE2FRAME: where an object of another program lies. OLEFRAME, the older form, tells its place
 * only in the object's own bytes.
 */
final class OleFrame extends Entity {
  private final String type;
  private final Point3 upperLeft = new Point3();
  private final Point3 lowerRight = new Point3();
  private String name = "";

  OleFrame(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 3 -> name = tag.name();
      case 10 -> upperLeft.x = tag.number();
      case 20 -> upperLeft.y = tag.number();
      case 30 -> upperLeft.z = tag.number();
      case 11 -> lowerRight.x = tag.number();
      case 21 -> lowerRight.y = tag.number();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    if (upperLeft.x == lowerRight.x || upperLeft.y == lowerRight.y) {
      return Result.skipped("NO_EXTENT", "Where the object lies stands only in its own bytes");
    }
    var corners =
        List.of(
            new Vec3(upperLeft.x, lowerRight.y, upperLeft.z),
            new Vec3(lowerRight.x, lowerRight.y, upperLeft.z),
            new Vec3(lowerRight.x, upperLeft.y, upperLeft.z),
            upperLeft.toVec3());
    return Result.approximated(
        List.of(new ImageFrame(corners, name, appearance(scope), source())),
        "FRAME_ONLY",
        "An embedded object is shown by its frame");
  }
}
