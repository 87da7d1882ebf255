package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec2;
import java.util.List;

/**
 * ARCALIGNEDTEXT of the Express Tools: letters along an arc. They are shown in a straight line that
 * touches it in its middle. Group codes after LibreDWG's specification.
 */
final class ArcText extends Entity {
  private static final int INSIDE = 2;

  private final Point3 center = new Point3();
  private String raw = "";
  private double radius;
  private double height;
  private double offset;
  private double start;
  private double end;
  private int side = 1;

  @Override
  public String type() {
    return "ARCALIGNEDTEXT";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 1 -> raw = tag.text();
      case 10 -> center.x = tag.number();
      case 20 -> center.y = tag.number();
      case 30 -> center.z = tag.number();
      case 40 -> radius = tag.number();
      case 42 -> height = tag.number();
      case 44 -> offset = tag.number();
      case 50 -> start = tag.number();
      case 51 -> end = tag.number();
      case 73 -> side = tag.integer();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var text = PlainText.ofLine(raw).strip();
    if (text.isEmpty() || height <= 0) {
      return Result.skipped("EMPTY_TEXT", "A text without letters");
    }
    double sweep = Angle.positive(end - start);
    var out = Vec2.ofAngle(start + sweep / 2);
    double away = radius + (side == INSIDE ? -1 : 1) * (offset + height / 2);
    var middle = center.toVec3().xy().plus(out.times(away));
    var along = side == INSIDE ? out.perpendicular() : out.perpendicular().times(-1);
    var label =
        new TextLabel(
            text,
            ocs().toWorld(middle.x(), middle.y(), center.z),
            ocs().toWorld(along.x(), along.y(), 0),
            height,
            TextExtent.ofLine(text) * height,
            appearance(scope),
            source());
    return Result.approximated(
        List.of(label), "STRAIGHT_TEXT", "A text along an arc is shown straight");
  }
}
