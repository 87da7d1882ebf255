package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;

/** STYLE: how texts are written, or, as a shape file, where the shapes of SHAPE come from. */
public final class TextStyle extends Definition {
  private static final int SHAPE_FILE = 1;
  private static final int VERTICAL = 4;
  private static final int BACKWARDS = 2;
  private static final int UPSIDE_DOWN = 4;

  private String name = "";
  private String font = "";
  private String bigFont = "";
  private int flags;
  private int generation;
  private double height;
  private double width = 1;
  private double obliqueDegrees;

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 2 -> name = tag.name();
      case 3 -> font = tag.name();
      case 4 -> bigFont = tag.name();
      case 40 -> height = tag.number();
      case 41 -> width = tag.number();
      case 50 -> obliqueDegrees = tag.number();
      case 70 -> flags = tag.integer();
      case 71 -> generation = tag.integer();
      default -> {}
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** File name of the font or of the shapes, as in the drawing. */
  public String fontFile() {
    return font;
  }

  /** File name of the font for Asian characters; empty where none. */
  public String bigFontFile() {
    return bigFont;
  }

  /** The height all its texts have; 0 where each says its own. */
  public double fixedHeight() {
    return height;
  }

  /** How wide letters are beside the font's own; positive. */
  public double widthFactor() {
    return width > 0 && Double.isFinite(width) ? width : 1;
  }

  /** By how much letters lean to the right. */
  public double obliqueRad() {
    return Math.toRadians(obliqueDegrees);
  }

  public boolean isShapeFile() {
    return (flags & SHAPE_FILE) != 0;
  }

  public boolean isVertical() {
    return (flags & VERTICAL) != 0;
  }

  public boolean isBackwards() {
    return (generation & BACKWARDS) != 0;
  }

  public boolean isUpsideDown() {
    return (generation & UPSIDE_DOWN) != 0;
  }
}
