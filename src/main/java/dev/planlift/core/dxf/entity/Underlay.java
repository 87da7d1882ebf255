package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.definition.UnderlayDefinition;
import dev.planlift.core.geom.Affine3;
import java.util.List;

/**
 * PDFUNDERLAY, DWFUNDERLAY, DGNUNDERLAY: where a sheet of another file lies under the drawing. How
 * large the sheet is only that file knows, so there is a frame only where the underlay is clipped.
 */
final class Underlay extends Entity {
  private final String type;
  private final Point3 at = new Point3();
  private final Points boundary = new Points();
  private String definition = "";
  private double scaleX = 1;
  private double scaleY = 1;
  private double rotationDegrees;

  Underlay(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Needs needs() {
    return Needs.DEFINITIONS;
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10 -> at.x = tag.number();
      case 20 -> at.y = tag.number();
      case 30 -> at.z = tag.number();
      case 11, 21 -> boundary.coordinate(code / 10 - 1, tag.number());
      case 41 -> scaleX = tag.number();
      case 42 -> scaleY = tag.number();
      case 50 -> rotationDegrees = tag.number();
      case 340 -> definition = definition.isEmpty() ? tag.name() : definition;
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var name =
        scope
            .definitions()
            .byHandle(UnderlayDefinition.class, definition)
            .map(file -> (file.fileName() + " " + file.sheetName()).strip())
            .orElse("");
    if (boundary.size() < 2) {
      return Result.skipped("NO_EXTENT", "How large the underlay " + name + " is stands elsewhere");
    }
    var placement =
        ocs()
            .asMap()
            .after(Affine3.translation(at.toVec3()))
            .after(Affine3.rotationZ(Math.toRadians(rotationDegrees)))
            .after(Affine3.scale(scaleX, scaleY, 1));
    var rectangle = new ClipRectangle();
    rectangle.include(boundary);
    var corners = rectangle.corners(placement::apply).reversed();
    return Result.approximated(
        List.of(new ImageFrame(corners, name, appearance(scope), source())),
        "FRAME_ONLY",
        "An underlay is shown by its frame");
  }
}
