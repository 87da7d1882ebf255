package dev.planlift.core.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;

/**
 * Colours as 0xRRGGBB. A colour profile is not asked where the numbers themselves nearly say it.
 */
final class ColourValues {
  /** What a pattern looks like from afar. */
  private static final int GREY = 0x808080;

  private static final int MOST_KNOWN = 4096;

  private final IdentityHashMap<PDColor, Integer> known = new IdentityHashMap<>();

  int rgb(PDColor colour) {
    var before = known.get(colour);
    if (before != null) {
      return before;
    }
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    int rgb = reckoned(colour);
    known.put(colour, rgb);
    return rgb;
  }

  private static int reckoned(PDColor colour) {
    var space = colour.getColorSpace();
    var c = colour.getComponents();
    if (space instanceof PDPattern pattern) {
      // An uncoloured pattern is given the colour it is drawn in.
      space = c.length == 0 ? null : pattern.getUnderlyingColorSpace();
    }
    if (space == null) {
      return GREY;
    }
    return switch (kind(space)) {
      case "gray" -> c.length < 1 ? 0 : rgb(c[0], c[0], c[0]);
      case "rgb" -> c.length < 3 ? 0 : rgb(c[0], c[1], c[2]);
      case "cmyk" ->
          c.length < 4
              ? 0
              : rgb((1 - c[0]) * (1 - c[3]), (1 - c[1]) * (1 - c[3]), (1 - c[2]) * (1 - c[3]));
      default -> converted(colour, space);
    };
  }

  private static String kind(PDColorSpace space) {
    return switch (space.getName()) {
      case "DeviceGray", "CalGray" -> "gray";
      case "DeviceRGB", "CalRGB" -> "rgb";
      case "DeviceCMYK" -> "cmyk";
      case "ICCBased" ->
          switch (space.getNumberOfComponents()) {
            case 1 -> "gray";
            case 3 -> "rgb";
            default -> "cmyk";
          };
      default -> "other";
    };
  }

  private static int converted(PDColor colour, PDColorSpace space) {
    try {
      return new PDColor(colour.getComponents(), space).toRGB() & 0xFFFFFF;
    } catch (IOException | RuntimeException e) {
      return 0; // a colour that cannot be told is drawn in ink
    }
  }

  private static int rgb(double red, double green, double blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(double value) {
    return (int) Math.round(Math.clamp(value, 0.0, 1.0) * 255);
  }
}
