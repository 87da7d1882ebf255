package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/**
 * An entity that has no class here, such as a wall of AutoCAD Architecture, shown by its proxy
 * graphic where it brings one. ACAD_PROXY_ENTITY and, in older files, ACAD_ZOMBIE_ENTITY stand for
 * entities that the writing program did not know either.
 */
final class Proxy extends Entity {
  private final String type;
  private final ProxyBytes graphic = new ProxyBytes();

  private final Result withoutGraphic;

  private Proxy(String type, Result withoutGraphic) {
    this.type = type;
    this.withoutGraphic = withoutGraphic;
  }

  /** An entity that the writing program kept for another. */
  static Proxy kept(String type) {
    return new Proxy(
        type,
        Result.skipped(
            "NO_PROXY_GRAPHIC", "Only the program that made it can draw it: it left no picture"));
  }

  /** An entity of a type that is not known here. */
  static Proxy unsupported(String type) {
    return new Proxy(
        type, Result.skipped("UNSUPPORTED_TYPE", "This version does not draw " + type));
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
    return graphic.result(this, scope, withoutGraphic);
  }
}
