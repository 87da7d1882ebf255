package dev.planlift.core.dxf;

/** AutoCAD's colour index (ACI) in red, green and blue. */
public final class ColourIndex {
  private static final int[] NAMED = {
    0x000000, 0xFF0000, 0xFFFF00, 0x00FF00, 0x00FFFF, 0x0000FF, 0xFF00FF, 0xFFFFFF, 0x808080,
    0xC0C0C0
  };
  private static final int[] GREYS = {0x333333, 0x5B5B5B, 0x848484, 0xADADAD, 0xD6D6D6, 0xFFFFFF};

  /** How bright the five pairs of a hue are. */
  private static final int[] BRIGHTNESS = {255, 165, 127, 76, 38};

  private ColourIndex() {}

  /** 0xRRGGBB of an index; white outside 1 to 255. */
  public static int rgb(int index) {
    if (index < 1 || index > 255) {
      return 0xFFFFFF;
    }
    if (index < NAMED.length) {
      return NAMED[index];
    }
    return index >= 250 ? GREYS[index - 250] : wheel(index);
  }

  /** 10 to 249: 24 hues of 15°; each has five brightnesses, pure (even) and half tinted (odd). */
  private static int wheel(int index) {
    int hue = index / 10 - 1;
    int top = BRIGHTNESS[index % 10 / 2];
    boolean tinted = index % 2 == 1;
    int red = channel(hue + 8, top, tinted);
    int green = channel(hue, top, tinted);
    int blue = channel(hue - 8, top, tinted);
    return red << 16 | green << 8 | blue;
  }

  /** A channel's value: full for the eight hues around its peak, falling off over four. */
  private static int channel(int hueFromItsRise, int top, boolean tinted) {
    int h = Math.floorMod(hueFromItsRise, 24);
    int quarters = h < 4 ? h : h <= 12 ? 4 : h < 16 ? 16 - h : 0;
    int pure = top * quarters / 4;
    return tinted ? (top + pure) / 2 : pure;
  }
}
