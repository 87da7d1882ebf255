package dev.planlift.core.overlay;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.List;

/**
 * Where metres of the plan lie on the picture, and the writing of SVG numbers, paths and texts.
 *
 * @param minX of what is shown, metres
 * @param maxY of what is shown, metres
 * @param scale pixels a metre
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 * @param strip how much of the height lies below the drawing, pixels
 */
record Sheet(double minX, double maxY, double scale, int width, int height, int strip) {
  /** Along the longer side, pixels, where the rooms are large enough on that. */
  static final int LONGER_SIDE = 1600;

  /** A picture of many rooms is larger. */
  static final int LARGEST_SIDE = 4800;

  /** So large the picture is made that a usual room is this broad. */
  private static final double ROOM_PX = 90;

  private static final int LEAST = 400;
  private static final double MARGIN = 0.06;

  /**
   * A sheet that shows a rectangle of the plan with a margin around it.
   *
   * @param roomM how broad a usual room is; infinite where there is none
   */
  static Sheet showing(double minX, double minY, double maxX, double maxY, double roomM) {
    double longer = Math.max(Math.max(maxX - minX, maxY - minY), 0.1);
    double margin = MARGIN * longer;
    double w = maxX - minX + 2 * margin;
    double h = maxY - minY + 2 * margin;
    double wanted = ROOM_PX / roomM * Math.max(w, h);
    double scale = Math.clamp(wanted, LONGER_SIDE, LARGEST_SIDE) / Math.max(w, h);
    int width = (int) Math.max(LEAST, Math.ceil(w * scale));
    int height = (int) Math.max(LEAST, Math.ceil(h * scale));
    double midX = (minX + maxX) / 2;
    double midY = (minY + maxY) / 2;
    return new Sheet(
        midX - width / (2 * scale), midY + height / (2 * scale), scale, width, height, 0);
  }

  /** The same picture for what was moved by that much from where it is drawn. */
  Sheet shifted(Vec2 by) {
    return new Sheet(minX + by.x(), maxY + by.y(), scale, width, height, strip);
  }

  /** The same picture with a strip below it. */
  Sheet extended(int below) {
    return new Sheet(minX, maxY, scale, width, height + below, strip + below);
  }

  /** How much larger than the smallest picture it is: such is writing about the whole sheet. */
  double coarseness() {
    return Math.max(1, (double) Math.max(width, height - strip) / LONGER_SIDE);
  }

  /** What strokes are thicker by: seen whole they do not vanish, seen near they are not coarse. */
  double thickness() {
    return Math.sqrt(coarseness());
  }

  double x(double metres) {
    return (metres - minX) * scale;
  }

  double y(double metres) {
    return (maxY - metres) * scale;
  }

  /** Whether a box in pixels touches the picture. */
  boolean shows(double left, double top, double right, double bottom) {
    return right >= 0 && bottom >= 0 && left <= width && top <= height;
  }

  /** The rings of a region on the picture; holes wind the other way. */
  List<double[]> rings(Polygon2 region) {
    var rings = new ArrayList<double[]>();
    rings.add(points(region.shell()));
    region.holes().forEach(hole -> rings.add(points(hole)));
    return rings;
  }

  /** Points on the picture: x, y pairs, pixels. */
  double[] points(List<Vec2> metres) {
    var xy = new double[2 * metres.size()];
    for (int i = 0; i < metres.size(); i++) {
      xy[2 * i] = x(metres.get(i).x());
      xy[2 * i + 1] = y(metres.get(i).y());
    }
    return xy;
  }

  static void point(StringBuilder d, double x, double y) {
    number(d, x);
    d.append(' ');
    number(d, y);
  }

  /** One decimal is a quarter of a millimetre on a screen: enough. Far off the picture, cut. */
  static void number(StringBuilder d, double value) {
    long tenths = Math.round(Math.clamp(value, -100_000, 100_000) * 10);
    if (tenths < 0) {
      d.append('-');
      tenths = -tenths;
    }
    d.append(tenths / 10);
    if (tenths % 10 != 0) {
      d.append('.').append(tenths % 10);
    }
  }

  /** For the breadth of strokes. */
  static String hundredths(double value) {
    return Double.toString(Math.round(value * 100) / 100.0);
  }

  static String number(double value) {
    var d = new StringBuilder();
    number(d, value);
    return d.toString();
  }

  /** Text as XML character data; what XML cannot hold becomes U+FFFD. */
  static String text(String raw) {
    var out = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return out.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
