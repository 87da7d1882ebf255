package dev.planlift.core.overlay;

import java.util.Locale;

/** How each thing looks, in the SVG and in the pixels alike. */
enum Style {
  /** Under the legend. */
  GROUND(0xFFFFFF, 0.85, Style.NONE, 0, false),
  LINES(Style.NONE, 0, 0x9AA3AB, 0.8, false),
  ROOM(0xF2C94C, 0.22, Style.NONE, 0, false),
  STAIR(0xB8895A, 0.35, 0x8A6138, 1, false),
  WALL(0x2F3E4E, 0.82, 0x1B2631, 1, false),
  COLUMN(0x7B4FA3, 0.8, Style.NONE, 0, false),
  LIFT(0x4AA3A2, 0.6, 0x2B6F6E, 1, false),
  DOOR(0xE2702B, 0.9, Style.NONE, 0, false),
  WINDOW(0x2F94D6, 0.9, Style.NONE, 0, false),
  BARE(0x7FB069, 0.9, Style.NONE, 0, false),
  /** Drawn like a wall and not taken. */
  MISSED(Style.NONE, 0, 0xD7263D, 2, true),
  /** The frame of a view that became a level. */
  TAKEN(Style.NONE, 0, 0x2E7D4F, 1.5, false),
  /** The frame of a view that was left out. */
  LEFT(Style.NONE, 0, 0x8C939A, 1.5, true),
  /** From a room to its label outside. */
  LEADER(0x1B2631, 1, 0x1B2631, 1, false);

  static final int NONE = -1;

  /** Of dashed lines: so long the dash, so long the gap, pixels. */
  static final double DASH = 6;

  static final double GAP = 4;

  final int fill;
  final double opacity;
  final int stroke;
  final double breadth;
  final boolean dashed;

  Style(int fill, double opacity, int stroke, double breadth, boolean dashed) {
    this.fill = fill;
    this.opacity = opacity;
    this.stroke = stroke;
    this.breadth = breadth;
    this.dashed = dashed;
  }

  /** Its class in the SVG. */
  String className() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * How it looks.
   *
   * @param thickness what strokes are thicker by
   */
  String css(double thickness) {
    var css = new StringBuilder("." + className() + "{fill:" + colour(fill));
    if (fill != NONE) {
      css.append(";fill-opacity:").append(opacity);
    }
    css.append(";stroke:").append(colour(stroke));
    if (stroke != NONE) {
      css.append(";stroke-width:").append(Sheet.hundredths(breadth * thickness));
    }
    if (dashed) {
      css.append(";stroke-dasharray:")
          .append(Sheet.hundredths(DASH * thickness))
          .append(' ')
          .append(Sheet.hundredths(GAP * thickness));
    }
    return css.append("}\n").toString();
  }

  private static String colour(int rgb) {
    return rgb == NONE ? "none" : String.format(Locale.ROOT, "#%06x", rgb);
  }
}
