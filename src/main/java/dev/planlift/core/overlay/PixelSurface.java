package dev.planlift.core.overlay;

import dev.planlift.core.picture.Canvas;
import dev.planlift.core.picture.Typeface;
import java.util.Arrays;
import java.util.List;

/** Paints on pixels what {@link SvgSurface} writes. */
final class PixelSurface implements Surface {
  private static final double RIM = 1.5;

  private final Canvas canvas;
  private final double thickness;

  PixelSurface(Sheet sheet) {
    var rgb = new int[sheet.width() * sheet.height()];
    Arrays.fill(rgb, 0xFFFFFF);
    thickness = sheet.thickness();
    canvas = new Canvas(rgb, sheet.width(), sheet.height());
  }

  Canvas canvas() {
    return canvas;
  }

  @Override
  public void area(Style style, List<double[]> rings) {
    if (style.fill != Style.NONE) {
      canvas.fill(rings, style.fill, style.opacity);
    }
    if (style.stroke != Style.NONE) {
      rings.forEach(ring -> line(style, ring, ring.length / 2, true));
    }
  }

  @Override
  public void box(Style style, double x, double y, double width, double height) {
    area(style, List.of(new double[] {x, y, x + width, y, x + width, y + height, x, y + height}));
  }

  @Override
  public void line(Style style, double[] xy, int count, boolean closed) {
    double walked = 0;
    int last = closed ? count : count - 1;
    for (int i = 0; i < last; i++) {
      int a = 2 * i;
      int b = 2 * ((i + 1) % count);
      if (style.dashed) {
        walked = dashes(style, xy[a], xy[a + 1], xy[b], xy[b + 1], walked);
      } else {
        solid(style, xy[a], xy[a + 1], xy[b], xy[b + 1]);
      }
    }
  }

  private void solid(Style style, double x0, double y0, double x1, double y1) {
    canvas.line(x0, y0, x1, y1, style.breadth * thickness, style.stroke, 1);
  }

  /** Goes on in the pattern where the piece before it stopped. */
  private double dashes(
      Style style, double x0, double y0, double x1, double y1, double walkedBefore) {
    double length = Math.hypot(x1 - x0, y1 - y0);
    double period = (Style.DASH + Style.GAP) * thickness;
    double first = -(walkedBefore % period);
    // Far beyond the picture nothing is seen, and would take long.
    for (double at = first; at < Math.min(length, 100_000); at += period) {
      double from = Math.max(at, 0) / length;
      double to = Math.min(at + Style.DASH * thickness, length) / length;
      if (from < to) {
        solid(
            style,
            x0 + from * (x1 - x0),
            y0 + from * (y1 - y0),
            x0 + to * (x1 - x0),
            y0 + to * (y1 - y0));
      }
    }
    return walkedBefore + length;
  }

  @Override
  public void text(String text, double x, double y, double size, Anchor anchor) {
    double half = Typeface.standard().width(text) * size / 2;
    canvas.text(text, anchor == Anchor.MIDDLE ? x : x + half, y, size, INK, RIM);
  }
}
