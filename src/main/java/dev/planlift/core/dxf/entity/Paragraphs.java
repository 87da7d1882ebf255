package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.ParagraphText;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;

/**
 * The groups of an MTEXT, wherever they stand: lines in a box that is attached by one of nine
 * points, world coordinates. Text beyond {@link #MAX_LETTERS} is cut off.
 */
final class Paragraphs {
  /** CAD programs take 256 thousand letters in one text. */
  static final int MAX_LETTERS = 1 << 18;

  /** From baseline to baseline in letter heights at spacing 1. DXF Reference, MTEXT. */
  private static final double LINE_PITCH = 5.0 / 3;

  private final StringBuilder raw = new StringBuilder();
  private final Point3 at = new Point3();
  private final Point3 xAxis = new Point3();
  private boolean cut;
  private boolean hasAxis;
  private double rotationDegrees;
  private String style = "STANDARD";
  double height;
  double referenceWidth;
  double drawnWidth;
  double drawnHeight;
  double spacing = 1;
  int attachment = 1;

  void take(int code, TagReader tag) {
    switch (code) {
      case 1, 3 -> append(tag.text());
      case 7 -> style = tag.name();
      case 10, 20, 30 -> at.take(code, tag.number());
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

  void append(String text) {
    int room = MAX_LETTERS - raw.length();
    cut |= text.length() > room;
    raw.append(text, 0, Math.min(text.length(), room));
  }

  /** Adds the text of a further column. */
  void append(Paragraphs column) {
    append("\\P");
    append(column.raw.toString());
    cut |= column.cut;
  }

  void place(Vec3 point, Vec3 direction) {
    at.x = point.x();
    at.y = point.y();
    at.z = point.z();
    xAxis.x = direction.x();
    xAxis.y = direction.y();
    xAxis.z = direction.z();
    hasAxis = true;
  }

  boolean isBlank() {
    return raw.isEmpty();
  }

  /** The text's name of a style, for what it does not say itself. */
  String style() {
    return style;
  }

  Result result(Ocs ocs, Appearance appearance, SourceRef source) {
    double stated = height > 0 ? height : 1;
    var content = ParagraphText.of(raw.toString(), stated);
    var text = content.text();
    if (text.isEmpty()) {
      return Result.skipped("EMPTY_TEXT", "A text without letters");
    }
    var label = label(text, content.height(), ocs, appearance, source);
    return cut
        ? Result.approximated(
            List.of(label), "ENTITY_BUDGET", "A text is cut off after " + MAX_LETTERS + " letters")
        : Result.of(label);
  }

  private TextLabel label(String text, double h, Ocs ocs, Appearance appearance, SourceRef source) {
    double across = referenceWidth > 0 ? referenceWidth / h : Double.POSITIVE_INFINITY;
    var lines = TextExtent.ofLines(text, across);
    double width = drawnWidth > 0 ? drawnWidth : lines.width() * h;
    double pitch = LINE_PITCH * (spacing > 0 ? spacing : 1);
    double tall = drawnHeight > 0 ? drawnHeight : h * (1 + (lines.count() - 1) * pitch);
    var x = direction(ocs);
    var y = ocs.z().cross(x).normalized();
    int place = attachment < 1 || attachment > 9 ? 0 : attachment - 1;
    double right = (1 - place % 3) * width / 2;
    double up = (place / 3 - 1) * tall / 2;
    var center = at.toVec3().plus(x.times(right)).plus(y.times(up));
    return new TextLabel(text, center, x, h, width, appearance, source);
  }

  private Vec3 direction(Ocs ocs) {
    var axis = xAxis.toVec3().normalized();
    if (hasAxis && !axis.equals(Vec3.ZERO)) {
      return axis;
    }
    double angle = Math.toRadians(rotationDegrees);
    return ocs.toWorld(Math.cos(angle), Math.sin(angle), 0);
  }
}
