package dev.planlift.core.solid.budget;

import dev.planlift.core.options.Option;

/** What can be limited. */
public enum Limit {
  TRIANGLES(Option.MAX_TRIANGLES),
  BYTES(Option.MAX_BYTES),
  DRAW_CALLS(Option.MAX_DRAW_CALLS);

  private final Option option;

  Limit(Option option) {
    this.option = option;
  }

  /** The option that asks for it. */
  public Option option() {
    return option;
  }
}
