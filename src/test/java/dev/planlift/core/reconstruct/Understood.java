package dev.planlift.core.reconstruct;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Level;

/** What the usual way makes of a house. */
final class Understood {
  private Understood() {}

  /** The lowest level of a house drawn in millimetres. */
  static Level level(House house) {
    return new Reconstructor()
        .reconstruct(house.drawing("mm", 1e-3), ConversionOptions.DEFAULTS)
        .building()
        .levels()
        .getFirst();
  }
}
