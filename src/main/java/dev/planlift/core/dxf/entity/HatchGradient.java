package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.FilledRegion.Fill;
import dev.planlift.core.dxf.ColourIndex;
import dev.planlift.core.dxf.TagReader;
import java.util.ArrayList;
import java.util.List;

/** The gradient of a hatch. DXF Reference, HATCH groups 450 to 470. */
final class HatchGradient {
  private static final int MAX_COLOURS = 16;

  private final List<Integer> rgbs = new ArrayList<>(0);
  private boolean used;
  private boolean indexed;
  private double angleRad;
  private String name = "";

  void take(int code, TagReader tag) {
    switch (code) {
      case 450 -> used = tag.integer() != 0;
      case 460 -> angleRad = tag.number();
      case 470 -> name = tag.name();
      case 63 -> {
        indexed = true;
        add(ColourIndex.rgb(tag.integer()));
      }
      case 421 -> {
        // The true colour of the index before it.
        if (indexed && !rgbs.isEmpty()) {
          rgbs.removeLast();
        }
        indexed = false;
        add(tag.integer() & 0xFFFFFF);
      }
      default -> {}
    }
  }

  private void add(int rgb) {
    if (rgbs.size() < MAX_COLOURS) {
      rgbs.add(rgb);
    }
  }

  boolean isUsed() {
    return used;
  }

  Fill fill() {
    return new Fill.Gradient(name, angleRad, rgbs);
  }

  /** The appearance in the mean of its colours: what a single colour can show of it. */
  Appearance shown(Appearance of) {
    if (rgbs.isEmpty()) {
      return of;
    }
    int rgb = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int sum = 0;
      for (int colour : rgbs) {
        sum += (colour >> shift) & 0xFF;
      }
      rgb |= (sum / rgbs.size()) << shift;
    }
    return of.with(new Colour.Rgb(rgb));
  }
}
