package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** SHAPE: a sign out of a shape file (SHX), which is not at hand: a square of its size. */
final class Shape extends Entity {
  private final Point3 at = new Point3();
  private String name = "";
  private double size;
  private double widthFactor = 1;
  private double rotationDegrees;

  @Override
  public String type() {
    return "SHAPE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 2 -> name = tag.name();
      case 10 -> at.x = tag.number();
      case 20 -> at.y = tag.number();
      case 30 -> at.z = tag.number();
      case 40 -> size = tag.number();
      case 41 -> widthFactor = tag.number();
      case 50 -> rotationDegrees = tag.number();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    if (size == 0 || widthFactor == 0) {
      return Result.degenerate("A shape without size");
    }
    var placement =
        ocs()
            .asMap()
            .after(Affine3.translation(at.toVec3()))
            .after(Affine3.rotationZ(Math.toRadians(rotationDegrees)))
            .after(Affine3.scale(size * widthFactor, size, 1));
    var square = new Points();
    for (var corner : List.of(Vec3.ZERO, Vec3.X, new Vec3(1, 1, 0), Vec3.Y)) {
      square.add(placement.apply(corner));
    }
    var outline = new Segment.Polyline(square.toArray());
    return Result.approximated(
        List.of(new Path(List.of(outline), true, appearance(scope), source())),
        "SHAPE_FILE",
        "The shape " + name + " stands in another file; a square marks its place");
  }
}
