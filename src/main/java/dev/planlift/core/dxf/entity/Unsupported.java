package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/** An entity of a type that has no class here: counted, never drawn. */
final class Unsupported extends Entity {
  private final String type;

  Unsupported(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    // Its groups mean nothing here.
  }

  @Override
  public Result convert(Scope scope) {
    return Result.skipped("UNSUPPORTED_TYPE", "This version does not draw " + type);
  }
}
