package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.source.Layer;

/** What an entity may ask of the drawing around it while it is converted. */
public interface Scope {
  /** The layer of a name, upper and lower case alike; made on first mention. */
  Layer layer(String name);

  /** The symbol of a block's name; its content may come later. */
  Symbol symbol(String blockName);

  /** Takes so many instances out of what arrays may unfold to; returns how many are left to use. */
  int takeInstances(long wanted);
}
