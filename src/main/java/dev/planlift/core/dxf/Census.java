package dev.planlift.core.dxf;

import dev.planlift.core.dxf.entity.Entity;
import dev.planlift.core.dxf.entity.Result;

/** Is told of every entity that is met, whatever becomes of it. */
interface Census {
  Census NONE = (entity, owner, result) -> {};

  /**
   * An entity has been read.
   *
   * @param owner the block the entity is in; empty for the model
   */
  void met(Entity entity, String owner, Result result);
}
