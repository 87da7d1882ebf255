package dev.planlift.core.dxf.proxy;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.dxf.ColourIndex;
import dev.planlift.core.dxf.entity.Scope;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayDeque;
import java.util.Deque;

/** How and where the commands to come draw: what the attribute commands before them set. */
final class Pen {
  private static final int BY_BLOCK = 0;
  private static final int BY_LAYER = 256;
  private static final int MAX_DEPTH = 64;

  private final Scope scope;
  private final Deque<Affine3> maps = new ArrayDeque<>();
  private Appearance appearance;
  private Affine3 map = Affine3.IDENTITY;
  private int ignoredPushes;
  boolean fill;
  double thickness;

  Pen(Scope scope, Appearance own) {
    this.scope = scope;
    this.appearance = own;
  }

  Appearance appearance() {
    return appearance;
  }

  /** From the command's coordinates to those of the drawing. */
  Affine3 map() {
    return map;
  }

  /** The thickness along a direction. */
  Vec3 extrusion(Vec3 normal) {
    return thickness == 0 ? Vec3.ZERO : normal.normalized().times(thickness);
  }

  void colourIndex(int index) {
    appearance =
        appearance.with(
            switch (index) {
              case BY_BLOCK -> Colour.BY_BLOCK;
              case BY_LAYER -> Colour.BY_LAYER;
              default ->
                  index < 0 || index > BY_LAYER
                      ? Colour.BY_LAYER
                      : new Colour.Rgb(ColourIndex.rgb(index));
            });
  }

  /** A colour as in DWG: what kind it is in the highest byte. */
  void encodedColour(int value) {
    switch (value >>> 24) {
      case 0xC0 -> colourIndex(BY_LAYER);
      case 0xC1 -> colourIndex(BY_BLOCK);
      case 0xC2 -> appearance = appearance.with(new Colour.Rgb(value & 0xFFFFFF));
      case 0xC3 -> colourIndex(value & 0xFF);
      default -> {}
    }
  }

  void layer(int index) {
    scope.layerAt(index).ifPresent(layer -> appearance = appearance.with(layer));
  }

  /** Hundredths of a millimetre; negative ones mean by layer, by block or the default. */
  void lineWeight(int weight) {
    double mm = weight < 0 || weight > 211 ? -1 : weight / 100.0;
    appearance =
        new Appearance(
            appearance.layer(),
            appearance.colour(),
            mm,
            appearance.lineType(),
            appearance.opacity());
  }

  void push(Affine3 inner) {
    if (maps.size() >= MAX_DEPTH) {
      ignoredPushes++;
      return;
    }
    maps.push(map);
    map = map.after(inner);
  }

  void pop() {
    if (ignoredPushes > 0) {
      ignoredPushes--;
    } else if (!maps.isEmpty()) {
      map = maps.pop();
    }
  }
}
