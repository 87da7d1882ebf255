package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/** SEQEND: ends the vertices of a POLYLINE or the attributes of an INSERT. */
final class SequenceEnd extends Entity {
  @Override
  public String type() {
    return "SEQEND";
  }

  @Override
  void own(int code, TagReader tag) {
    // It has none.
  }

  @Override
  public boolean isPart() {
    return true;
  }

  @Override
  public Result convert(Scope scope) {
    return Result.skipped("MISPLACED", "A SEQEND that ends nothing");
  }
}
