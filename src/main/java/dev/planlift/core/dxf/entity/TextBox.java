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
  /** How far letters such as g go below the baseline, in heights of a capital. */
  private static final double DESCENT = 1.0 / 3;

  private static final int CENTER = 1;
  private static final int RIGHT = 2;
  private static final int ALIGNED = 3;
  private static final int MIDDLE = 4;
  private static final int FIT = 5;
  private static final int BOTTOM = 1;
  private static final int HALF_WAY_UP = 2;
  private static final int TOP = 3;
  private static final int BACKWARDS = 2;
  private static final int UPSIDE_DOWN = 4;

  /** Letters that lean more than that cannot be read; CAD programs refuse it. */
  private static final double MAX_LEAN_DEGREES = 85;

  private final Point3 start = new Point3();
  private final Point3 aligned = new Point3();
  private boolean hasAligned;
  private String raw = "";
  private String style = "STANDARD";
  private double height;
  private double widthFactor = 1;
  private double rotationDegrees;
  private double leanDegrees;
  private int generation;
  private int horizontal;
  int vertical;

  void take(int code, TagReader tag) {
    switch (code) {
      case 1 -> raw = tag.text();
      case 7 -> style = tag.name();
      case 10, 20, 30 -> start.take(code, tag.number());
      case 11 -> {
        aligned.x = tag.number();
        hasAligned = true;
      }
      case 21 -> aligned.y = tag.number();
      case 31 -> aligned.z = tag.number();
      case 40 -> height = tag.number();
      case 41 -> widthFactor = tag.number();
      case 50 -> rotationDegrees = tag.number();
      case 51 -> leanDegrees = tag.number();
      case 71 -> generation = tag.integer();
      case 72 -> horizontal = tag.integer();
      default -> {}
    }
  }

  String text() {
    return PlainText.ofLine(raw).strip();
  }

  /** The text's name of a style, for what it does not say itself. */
  String style() {
    return style;
  }

  TextLabel label(String text, Ocs ocs, Appearance appearance, SourceRef source) {
    double h = height > 0 ? height : 1;
    double width = width(text, h);
    double angle = Math.toRadians(rotationDegrees);
    var anchor = start.toVec3();
    double right = width / 2;
    if (stretched()) {
      var along = aligned.toVec3().minus(anchor);
      angle = Math.atan2(along.y(), along.x());
      width = Math.hypot(along.x(), along.y());
      right = width / 2;
    } else if ((horizontal != 0 || vertical != 0) && hasAligned) {
      anchor = aligned.toVec3();
      right = right(width);
    }
    double up = up(h);
    // A text written backwards or upside down lies on the other side of its point.
    right = has(BACKWARDS) && !stretched() ? -right : right;
    up = has(UPSIDE_DOWN) ? -up : up;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    var middle = anchor.plus(new Vec3(cos * right - sin * up, sin * right + cos * up, 0));
    // Both together are half a turn; one alone is a mirror image that reads along the line.
    int way = has(BACKWARDS) && has(UPSIDE_DOWN) ? -1 : 1;
    var direction = ocs.toWorld(way * cos, way * sin, 0);
    return new TextLabel(text, ocs.toWorld(middle), direction, h, width, appearance, source);
  }

  private double width(String text, double h) {
    double factor = widthFactor > 0 ? widthFactor : 1;
    double lean = Math.clamp(leanDegrees, -MAX_LEAN_DEGREES, MAX_LEAN_DEGREES);
    double leaning = lean == 0 ? 0 : Math.abs(Math.tan(Math.toRadians(lean)));
    return h * (TextExtent.ofLine(text) * factor + leaning);
  }

  private boolean stretched() {
    return (horizontal == ALIGNED || horizontal == FIT) && hasAligned;
  }

  private boolean has(int flag) {
    return (generation & flag) != 0;
  }

  /** From the alignment point to the middle of the box, along the line. */
  private double right(double width) {
    return switch (horizontal) {
      case CENTER, MIDDLE -> 0;
      case RIGHT -> -width / 2;
      default -> width / 2;
    };
  }

  /** From the alignment point to the middle of the capitals, across the line. */
  private double up(double h) {
    return switch (vertical) {
      case BOTTOM -> h / 2 + DESCENT * h;
      case HALF_WAY_UP -> 0;
      case TOP -> -h / 2;
      default -> horizontal == MIDDLE ? 0 : h / 2;
    };
  }
}
