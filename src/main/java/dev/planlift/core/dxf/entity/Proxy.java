package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/**
 * An entity of a program of its own, such as a wall of AutoCAD Architecture, shown by its proxy
 * graphic: ACAD_PROXY_ENTITY and, from older files, ACAD_ZOMBIE_ENTITY.
 */
final class Proxy extends Entity {
  private final String type;
  private final ProxyBytes graphic = new ProxyBytes();

  Proxy(String type) {
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
        this,
        scope,
        Result.skipped(
            "NO_PROXY_GRAPHIC", "Only the program that made it can draw it: it left no picture"));
  }
}
