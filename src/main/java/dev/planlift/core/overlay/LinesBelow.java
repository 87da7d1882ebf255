package dev.planlift.core.overlay;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Segment.Polyline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** The drawing's own lines, thin and grey, as far as they lie on the sheet. */
final class LinesBelow {
  /** About 6 MB of path data; a screen shows no more. */
  private static final int MOST_VERTICES = 500_000;

  /** Path data is written in pieces of this many characters. */
  private static final int PIECE = 32_000;

  /** Vertices nearer to each other than this are one, pixels. */
  private static final double SAME_PX = 0.3;

  private final Sheet sheet;
  private final double metresPerUnit;
  private final Writer out;
  private final StringBuilder data = new StringBuilder();
  private int vertices;

  private LinesBelow(Sheet sheet, double metresPerUnit, Writer out) {
    this.sheet = sheet;
    this.metresPerUnit = metresPerUnit;
    this.out = out;
  }

  static void write(Drawing drawing, Sheet sheet, double metresPerUnit, Writer out)
      throws IOException {
    var lines = new LinesBelow(sheet, metresPerUnit, out);
    double tolerance = 0.3 / (sheet.scale() * metresPerUnit);
    Outlines.of(drawing, tolerance, lines::line);
    Outlines.strokes(drawing, tolerance, lines::line);
    lines.flush();
  }

  private void line(Polyline line, boolean closed) {
    if (vertices >= MOST_VERTICES || !isShown(line)) {
      return;
    }
    double lastX = 0;
    double lastY = 0;
    for (int i = 0; i < line.size(); i++) {
      double x = x(line, i);
      double y = y(line, i);
      if (i > 0 && i < line.size() - 1 && Math.hypot(x - lastX, y - lastY) < SAME_PX) {
        continue;
      }
      data.append(i == 0 ? 'M' : 'L');
      Sheet.point(data, x, y);
      lastX = x;
      lastY = y;
      vertices++;
    }
    if (closed) {
      data.append('Z');
    }
    if (data.length() > PIECE) {
      flush();
    }
  }

  private boolean isShown(Polyline line) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < line.size(); i++) {
      left = Math.min(left, x(line, i));
      right = Math.max(right, x(line, i));
      top = Math.min(top, y(line, i));
      bottom = Math.max(bottom, y(line, i));
    }
    return sheet.shows(left, top, right, bottom);
  }

  private double x(Polyline line, int i) {
    return sheet.x(line.xyz()[3 * i] * metresPerUnit);
  }

  private double y(Polyline line, int i) {
    return sheet.y(line.xyz()[3 * i + 1] * metresPerUnit);
  }

  private void flush() {
    if (data.isEmpty()) {
      return;
    }
    try {
      out.append("<path d=\"").append(data).append("\"/>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    data.setLength(0);
  }
}
