package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;

/** MTEXT: paragraphs in a box, attached by one of nine points; world coordinates. */
final class MText extends Entity {
  /** From baseline to baseline in letter heights at spacing 1. DXF Reference, MTEXT. */
  private static final double LINE_PITCH = 5.0 / 3;

  private final StringBuilder raw = new StringBuilder();
  private final Point3 at = new Point3();
  private final Point3 xAxis = new Point3();
  private boolean hasAxis;
  private double rotationDegrees;
  private double height = 1;
  private double referenceWidth;
  private double drawnWidth;
  private double drawnHeight;
  private double spacing = 1;
  private int attachment = 1;

  @Override
  public String type() {
    return "MTEXT";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 1, 3 -> raw.append(tag.text());
      case 10 -> at.x = tag.number();
      case 20 -> at.y = tag.number();
      case 30 -> at.z = tag.number();
      case 11 -> {
        xAxis.x = tag.number();
        hasAxis = true;
      }
      case 21 -> xAxis.y = tag.number();
      case 31 -> xAxis.z = tag.number();
      case 50 -> {
        // The later of direction and rotation holds.
        rotationDegrees = tag.number();
        hasAxis = false;
      }
      default -> takeSize(code, tag);
    }
  }

  private void takeSize(int code, TagReader tag) {
    switch (code) {
      case 40 -> height = tag.number();
      case 41 -> referenceWidth = tag.number();
      case 42 -> drawnWidth = tag.number();
      case 43 -> drawnHeight = tag.number();
      case 44 -> spacing = tag.number();
      case 71 -> attachment = tag.integer();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var text = PlainText.ofParagraphs(raw.toString());
    if (text.isEmpty()) {
      return Result.skipped("EMPTY_TEXT", "A text without letters");
    }
    double h = height > 0 ? height : 1;
    double width = drawnWidth > 0 ? drawnWidth : width(text, h);
    double tall = drawnHeight > 0 ? drawnHeight : boxHeight(text, h);
    var x = direction();
    var y = ocs().z().cross(x).normalized();
    int place = attachment < 1 || attachment > 9 ? 0 : attachment - 1;
    double right = (1 - place % 3) * width / 2;
    double up = (place / 3 - 1) * tall / 2;
    var center = at.toVec3().plus(x.times(right)).plus(y.times(up));
    return Result.of(new TextLabel(text, center, x, h, width, appearance(scope), source()));
  }

  private Vec3 direction() {
    var axis = xAxis.toVec3().normalized();
    if (hasAxis && !axis.equals(Vec3.ZERO)) {
      return axis;
    }
    double angle = Math.toRadians(rotationDegrees);
    return ocs().toWorld(Math.cos(angle), Math.sin(angle), 0);
  }

  /** The longest line, or the width it is broken to; words are not broken. */
  private double width(String text, double h) {
    double longest = text.lines().mapToInt(String::length).max().orElse(0) * h * TextBox.ADVANCE;
    return referenceWidth > 0 ? Math.min(longest, breakAt(text, h)) : longest;
  }

  private double breakAt(String text, double h) {
    int longest = 0;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      length = Character.isWhitespace(text.charAt(i)) ? 0 : length + 1;
      longest = Math.max(longest, length);
    }
    return Math.max(referenceWidth, longest * h * TextBox.ADVANCE);
  }

  private double boxHeight(String text, double h) {
    double across = referenceWidth > 0 ? breakAt(text, h) : Double.POSITIVE_INFINITY;
    double lines =
        text.lines()
            .mapToDouble(
                line -> Math.max(1, Math.ceil(line.length() * h * TextBox.ADVANCE / across)))
            .sum();
    return h * (1 + (lines - 1) * LINE_PITCH * (spacing > 0 ? spacing : 1));
  }
}
