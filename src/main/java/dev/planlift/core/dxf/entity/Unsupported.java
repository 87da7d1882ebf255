package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/** An entity of a type that has no class here: shown by its proxy graphic where it brings one. */
final class Unsupported extends Entity {
  private final String type;
  private final ProxyBytes graphic = new ProxyBytes();

  Unsupported(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    graphic.take(code, tag);
  }

  @Override
  public Result convert(Scope scope) {
    return graphic.result(
        this, scope, Result.skipped("UNSUPPORTED_TYPE", "This version does not draw " + type));
  }
}
