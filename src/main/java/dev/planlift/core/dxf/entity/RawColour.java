package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.dxf.ColourIndex;

/** Colours as one number with their kind in the highest byte. ODA specification, CMC colour. */
final class RawColour {
  private static final int BY_LAYER = 0xC0;
  private static final int RGB = 0xC2;
  private static final int INDEXED = 0xC3;

  private RawColour() {}

  /** A look in such a colour; ByBlock, and what means nothing, leave it as it is. */
  static Appearance on(Appearance look, int raw) {
    return switch (raw >>> 24) {
      case BY_LAYER -> look.with(Colour.BY_LAYER);
      case RGB -> look.with(new Colour.Rgb(raw & 0xFFFFFF));
      case INDEXED -> look.with(new Colour.Rgb(ColourIndex.rgb(raw & 0xFF)));
      default -> look;
    };
  }
}
