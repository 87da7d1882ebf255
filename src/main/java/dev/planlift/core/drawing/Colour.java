package dev.planlift.core.drawing;

/** A colour as drawn: its own, its layer's or that of the symbol instance around it. */
public sealed interface Colour {
  Colour BY_LAYER = new ByLayer();
  Colour BY_BLOCK = new ByBlock();

  /** 0xRRGGBB. */
  record Rgb(int rgb) implements Colour {}

  record ByLayer() implements Colour {}

  record ByBlock() implements Colour {}
}
