package dev.planlift.core.overlay;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Segment.Polyline;

/** The drawing's own lines, thin and grey, as far as they lie on the sheet. */
final class LinesBelow {
  /** About 6 MB of path data; a screen shows no more. */
  private static final int MOST_VERTICES = 500_000;

  /** Vertices nearer to each other than this are one, pixels. */
  private static final double SAME_PX = 0.3;

  private final Sheet sheet;
  private final double metresPerUnit;
  private final Surface surface;
  private double[] xy = new double[256];
  private int vertices;

  private LinesBelow(Sheet sheet, double metresPerUnit, Surface surface) {
    this.sheet = sheet;
    this.metresPerUnit = metresPerUnit;
    this.surface = surface;
  }

  static void draw(Drawing drawing, Sheet sheet, double metresPerUnit, Surface surface) {
    var lines = new LinesBelow(sheet, metresPerUnit, surface);
    double tolerance = 0.3 / (sheet.scale() * metresPerUnit);
    Outlines.of(drawing, tolerance, lines::line);
    Outlines.strokes(drawing, tolerance, lines::line);
  }

  private void line(Polyline line, boolean closed) {
    if (vertices >= MOST_VERTICES || !isShown(line)) {
      return;
    }
    if (xy.length < 2 * line.size()) {
      xy = new double[2 * line.size()];
    }
    int count = 0;
    for (int i = 0; i < line.size(); i++) {
      double x = x(line, i);
      double y = y(line, i);
      if (i > 0 && i < line.size() - 1 && isHere(x, y, count)) {
        continue;
      }
      xy[2 * count] = x;
      xy[2 * count + 1] = y;
      count++;
    }
    vertices += count;
    surface.line(Style.LINES, xy, count, closed);
  }

  /** Whether the point is the last one again, as far as one can see. */
  private boolean isHere(double x, double y, int count) {
    return Math.hypot(x - xy[2 * count - 2], y - xy[2 * count - 1]) < SAME_PX;
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
}
