package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.definition.ImageDefinition;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** IMAGE: where a picture lies; its pixels are in another file. */
final class Image extends Entity {
  private final double[] corner = new double[3];
  private final double[] across = new double[3];
  private final double[] up = new double[3];
  private String definition = "";
  private double pixelsAcross;
  private double pixelsUp;

  @Override
  public String type() {
    return "IMAGE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> corner[code / 10 - 1] = tag.number();
      case 11, 21, 31 -> across[code / 10 - 1] = tag.number();
      case 12, 22, 32 -> up[code / 10 - 1] = tag.number();
      case 13 -> pixelsAcross = tag.number();
      case 23 -> pixelsUp = tag.number();
      case 340 -> definition = definition.isEmpty() ? tag.name() : definition;
      default -> {}
    }
  }

  @Override
  public Needs needs() {
    return Needs.DEFINITIONS;
  }

  @Override
  public Result convert(Scope scope) {
    var first = vector(corner);
    var width = vector(across).times(pixelsAcross);
    var height = vector(up).times(pixelsUp);
    if (width.cross(height).length() == 0) {
      return Result.degenerate("A picture without extent");
    }
    var name =
        scope
            .definitions()
            .byHandle(ImageDefinition.class, definition)
            .map(ImageDefinition::fileName)
            .orElse("");
    var corners =
        List.of(first, first.plus(width), first.plus(width).plus(height), first.plus(height));
    return Result.approximated(
        List.of(new ImageFrame(corners, name, appearance(scope), source())),
        "FRAME_ONLY",
        "A picture is shown by its frame");
  }

  private static Vec3 vector(double[] xyz) {
    return new Vec3(xyz[0], xyz[1], xyz[2]);
  }
}
