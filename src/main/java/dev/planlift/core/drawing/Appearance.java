package dev.planlift.core.drawing;

import dev.planlift.core.source.Layer;

/**
 * How and on which layer a thing is drawn. What it takes from its layer or from the symbol instance
 * around it is said as such; {@link #rgb} and the {@code seen…} methods tell what is seen.
 *
 * @param lineWeightMm plotted width on paper, millimetres; or {@link #BY_LAYER}, {@link #BY_BLOCK},
 *     {@link #DEFAULT_WEIGHT}
 * @param lineType name as in the drawing; "BYLAYER", "BYBLOCK" in any letters
 * @param opacity 0 (invisible) to 1; or {@link #BY_LAYER}, {@link #BY_BLOCK}
 */
public record Appearance(
    Layer layer, Colour colour, double lineWeightMm, String lineType, double opacity) {
  public static final double BY_LAYER = -1;
  public static final double BY_BLOCK = -2;

  /** The weight that the program plots where none is set. */
  public static final double DEFAULT_WEIGHT = -3;

  public static Appearance on(Layer layer) {
    return new Appearance(layer, Colour.BY_LAYER, BY_LAYER, "BYLAYER", BY_LAYER);
  }

  public Appearance with(Layer other) {
    return new Appearance(other, colour, lineWeightMm, lineType, opacity);
  }

  public Appearance with(Colour other) {
    return new Appearance(layer, other, lineWeightMm, lineType, opacity);
  }

  /** The colour seen, 0xRRGGBB; ByBlock outside of any block is white, as in CAD. */
  public int rgb() {
    return switch (colour) {
      case Colour.Rgb own -> own.rgb();
      case Colour.ByLayer ignored -> layer.rgb();
      case Colour.ByBlock ignored -> 0xFFFFFF;
    };
  }

  /** The line type's name; ByBlock outside of any block is continuous, as in CAD. */
  public String seenLineType() {
    if (lineType.equalsIgnoreCase("BYLAYER")) {
      return layer.lineType();
    }
    return lineType.equalsIgnoreCase("BYBLOCK") ? "CONTINUOUS" : lineType;
  }

  /** The plotted width, millimetres; negative where it is the program's default. */
  public double seenLineWeightMm() {
    return lineWeightMm == BY_LAYER ? layer.lineWeightMm() : Math.max(lineWeightMm, -1);
  }

  /** 0 (invisible) to 1. */
  public double seenOpacity() {
    return opacity == BY_LAYER ? layer.opacity() : opacity < 0 ? 1 : opacity;
  }

  /**
   * This as seen inside a symbol instance that looks like {@code around}: layer 0 becomes the
   * instance's layer, and what is ByBlock as the instance is; where that goes by its own layer, by
   * that layer.
   */
  public Appearance inside(Appearance around) {
    boolean floating = layer.name().equals(Layer.ZERO.name());
    return new Appearance(
        floating ? around.layer : layer,
        colour instanceof Colour.ByBlock ? around.ownColour() : colour,
        lineWeightMm == BY_BLOCK ? around.ownLineWeight() : lineWeightMm,
        lineType.equalsIgnoreCase("BYBLOCK") ? around.ownLineType() : lineType,
        opacity == BY_BLOCK ? around.ownOpacity() : opacity);
  }

  private Colour ownColour() {
    return colour instanceof Colour.ByLayer ? new Colour.Rgb(layer.rgb()) : colour;
  }

  private double ownLineWeight() {
    return lineWeightMm != BY_LAYER
        ? lineWeightMm
        : layer.lineWeightMm() < 0 ? DEFAULT_WEIGHT : layer.lineWeightMm();
  }

  private String ownLineType() {
    return lineType.equalsIgnoreCase("BYLAYER") ? layer.lineType() : lineType;
  }

  private double ownOpacity() {
    return opacity == BY_LAYER ? layer.opacity() : opacity;
  }
}
