package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;

/** What TEXT, ATTRIB and ATTDEF share: a line of text at an alignment point in OCS. */
final class TextBox {
  /** The usual advance of a letter, with its gap, in letter heights. */
  static final double ADVANCE = 0.85;

  private static final int CENTER = 1;
  private static final int RIGHT = 2;
  private static final int ALIGNED = 3;
  private static final int MIDDLE = 4;
  private static final int FIT = 5;
  private static final int HALF_WAY_UP = 2;
  private static final int TOP = 3;

  private final Point3 start = new Point3();
  private final Point3 aligned = new Point3();
  private boolean hasAligned;
  private String raw = "";
  private double height = 1;
  private double widthFactor = 1;
  private double rotationDegrees;
  private int horizontal;
  int vertical;

  void take(int code, TagReader tag) {
    switch (code) {
      case 1 -> raw = tag.text();
      case 10 -> start.x = tag.number();
      case 20 -> start.y = tag.number();
      case 30 -> start.z = tag.number();
      case 11 -> {
        aligned.x = tag.number();
        hasAligned = true;
      }
      case 21 -> aligned.y = tag.number();
      case 31 -> aligned.z = tag.number();
      case 40 -> height = tag.number();
      case 41 -> widthFactor = tag.number();
      case 50 -> rotationDegrees = tag.number();
      case 72 -> horizontal = tag.integer();
      default -> {}
    }
  }

  String text() {
    return PlainText.ofLine(raw).strip();
  }

  TextLabel label(Ocs ocs, Appearance appearance, SourceRef source) {
    var text = text();
    double h = height > 0 ? height : 1;
    double factor = widthFactor > 0 ? widthFactor : 1;
    double width = text.length() * h * ADVANCE * factor;
    double angle = Math.toRadians(rotationDegrees);
    var from = start.toVec3();
    var anchor = from;
    double right = width / 2;
    if ((horizontal == ALIGNED || horizontal == FIT) && hasAligned) {
      var along = aligned.toVec3().minus(from);
      angle = Math.atan2(along.y(), along.x());
      width = Math.hypot(along.x(), along.y());
      right = width / 2;
    } else if ((horizontal != 0 || vertical != 0) && hasAligned) {
      anchor = aligned.toVec3();
      right = horizontal == CENTER || horizontal == MIDDLE ? 0 : right;
      right = horizontal == RIGHT ? -width / 2 : right;
    }
    double up = vertical == HALF_WAY_UP || horizontal == MIDDLE ? 0 : h / 2;
    up = vertical == TOP ? -h / 2 : up;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    var middle = anchor.plus(new Vec3(cos * right - sin * up, sin * right + cos * up, 0));
    return new TextLabel(
        text, ocs.toWorld(middle), ocs.toWorld(cos, sin, 0), h, width, appearance, source);
  }
}
