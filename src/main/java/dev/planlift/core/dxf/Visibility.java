package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.dxf.entity.Entity;
import dev.planlift.core.dxf.entity.Result;
import dev.planlift.core.dxf.entity.Viewport;
import dev.planlift.core.source.Layer;
import java.util.List;

/** What is left of entities that are hidden, by themselves or by their layer. */
final class Visibility {
  private Visibility() {}

  /**
   * What is left of an entity that may be hidden. What lies on a hidden layer stays in the drawing,
   * where the layer tells that it is not seen. A frozen insert hides all it shows, whatever the
   * layer of that, so it is left out; one that is only off hides no more than what takes its layer.
   *
   * @param inBlock whether it is in something that is inserted, whose layer it takes where its own
   *     is 0
   */
  static Result of(Entity entity, LayerTable.Entry layer, boolean inBlock, Result result) {
    if (entity.isInvisible() && result.outcome() != Outcome.SKIPPED) {
      return Result.skipped("INVISIBLE", "Switched off by itself");
    }
    if (entity instanceof Viewport) {
      return result; // Its layer hides its frame, not what is seen in it.
    }
    boolean inherited = inBlock && layer.layer().name().equals(Layer.ZERO.name());
    if (result.outcome() == Outcome.SKIPPED || inherited || layer.layer().visible()) {
      return result;
    }
    boolean insert = entity.type().equals("INSERT");
    if (layer.frozen()) {
      return new Result(
          Outcome.SKIPPED,
          insert ? List.of() : result.items(),
          "LAYER_FROZEN",
          "The layer is frozen");
    }
    return insert
        ? result
        : new Result(Outcome.SKIPPED, result.items(), "LAYER_OFF", "The layer is off");
  }
}
