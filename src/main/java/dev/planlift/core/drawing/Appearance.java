package dev.planlift.core.drawing;

import dev.planlift.core.source.Layer;

/**
 * How and on which layer a thing is drawn.
 *
 * @param lineWeightMm plotted width on paper, millimetres; negative: by layer or default
 * @param lineType name as in the drawing, "CONTINUOUS" where none
 * @param opacity 0 (invisible) to 1
 */
public record Appearance(
    Layer layer, Colour colour, double lineWeightMm, String lineType, double opacity) {
  public static Appearance on(Layer layer) {
    return new Appearance(layer, Colour.BY_LAYER, -1, "CONTINUOUS", 1);
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

  /**
   * This as seen inside a symbol instance that looks like {@code around}: layer 0 becomes the
   * instance's layer, ByBlock its colour.
   */
  public Appearance inside(Appearance around) {
    var seenLayer = layer.name().equals(Layer.ZERO.name()) ? around.layer : layer;
    var seenColour = colour instanceof Colour.ByBlock ? around.colour : colour;
    boolean same = seenLayer.equals(layer) && seenColour.equals(colour) && around.opacity == 1;
    return same
        ? this
        : new Appearance(seenLayer, seenColour, lineWeightMm, lineType, opacity * around.opacity);
  }
}
