package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.source.Layer;
import org.jspecify.annotations.Nullable;

/**
 * One object for each of the few appearances that a drawing repeats all the time. One pushed out by
 * another is simply made again.
 */
public final class Appearances {
  private static final int SLOTS = 512;

  private final @Nullable Appearance[] known = new Appearance[SLOTS];

  @SuppressWarnings("ReferenceEquality") // one drawing has one layer of a name
  Appearance get(Layer layer, Colour colour, double lineWeightMm, String lineType, double opacity) {
    int hash = System.identityHashCode(layer);
    hash = 31 * hash + colour.hashCode();
    hash = 31 * hash + lineType.hashCode();
    hash = 31 * hash + Double.hashCode(lineWeightMm);
    hash = 31 * hash + Double.hashCode(opacity);
    int slot = (hash ^ hash >>> 9 ^ hash >>> 18) & SLOTS - 1;
    var one = known[slot];
    if (one == null
        || one.layer() != layer
        || !one.colour().equals(colour)
        || !one.lineType().equals(lineType)
        || one.lineWeightMm() != lineWeightMm
        || one.opacity() != opacity) {
      one = new Appearance(layer, colour, lineWeightMm, lineType, opacity);
      known[slot] = one;
    }
    return one;
  }
}
