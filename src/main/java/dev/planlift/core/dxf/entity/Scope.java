package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.dxf.definition.Definitions;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import java.util.Optional;

/** What an entity may ask of the drawing around it while it is converted. */
public interface Scope {
  /** The layer of a name, upper and lower case alike; made on first mention. */
  Layer layer(String name);

  /** What entities look like, each appearance kept once. */
  Appearances appearances();

  /** The layer at a place in the layer table, counted from 0: what proxy graphics refer to. */
  Optional<Layer> layerAt(int index);

  /** The symbol of a block's name; its content may come later. */
  Symbol symbol(String blockName);

  /** One unit of a block in units of the drawing: 1 but for blocks that are other drawings. */
  double unitFactor(String blockName);

  /** The base point of a block as far as it has been read; zero where it is not known. */
  Vec3 basePoint(String blockName);

  /** Takes so many instances out of what arrays may unfold to; returns how many are left to use. */
  int takeInstances(long wanted);

  /**
   * Takes so many faces out of what smoothing may make of the drawing's meshes in all; whether
   * there were as many.
   */
  boolean takeFaces(long wanted);

  /**
   * What TABLES and OBJECTS define, as far as it has been read: all of it for an entity that {@link
   * Entity#needs} DEFINITIONS or EXTENTS.
   */
  Definitions definitions();

  /** The ATTDEF of a handle, as far as one has been read; blocks stand before what shows them. */
  Optional<Entity> template(String handle);

  /**
   * How far everything else reaches that is drawn where the entity is (in the model, in its block);
   * empty where there is nothing else or for an entity that does not {@link Entity#needs} EXTENTS.
   */
  Box extents();
}
