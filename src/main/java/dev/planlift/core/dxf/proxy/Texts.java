package dev.planlift.core.dxf.proxy;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;

/** The commands that write. */
final class Texts {
  /** The usual advance of a letter, with its gap, in letter heights. */
  private static final double ADVANCE = 0.85;

  private final Pen pen;
  private final SourceRef source;

  Texts(Pen pen, SourceRef source) {
    this.pen = pen;
    this.source = source;
  }

  List<DrawingItem> text(ByteCursor in, boolean wide) {
    var start = in.point();
    var normal = in.point();
    var direction = in.point();
    double height = in.number();
    double factor = in.number();
    in.number(); // slant
    return label(wide ? in.wideText() : in.text(), start, normal, direction, height, factor);
  }

  /** With the names of fonts behind it, which do not matter here. */
  List<DrawingItem> styled(ByteCursor in, boolean wide) {
    var start = in.point();
    var normal = in.point();
    var direction = in.point();
    var text = wide ? in.wideText() : in.text();
    in.integer(); // length
    in.integer(); // whether %% codes are to be left as they are
    double height = in.number();
    return label(text, start, normal, direction, height, in.number());
  }

  private List<DrawingItem> label(
      String raw, Vec3 start, Vec3 normal, Vec3 along, double height, double factor) {
    var text = PlainText.ofLine(raw).strip();
    if (text.isEmpty()) {
      return List.of();
    }
    double h = height > 0 ? height : 1;
    double width = text.length() * h * ADVANCE * (factor > 0 ? factor : 1);
    var direction = along.equals(Vec3.ZERO) ? Vec3.X : along.normalized();
    var up = (normal.equals(Vec3.ZERO) ? Vec3.Z : normal).normalized().cross(direction);
    var center = start.plus(direction.times(width / 2)).plus(up.times(h / 2));
    return List.of(new TextLabel(text, center, direction, h, width, pen.appearance(), source));
  }
}
