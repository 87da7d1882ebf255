package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/** WIPEOUT: hides what is under it; the frame is drawn only while it is edited. */
final class Wipeout extends Entity {
  @Override
  public String type() {
    return "WIPEOUT";
  }

  @Override
  void own(int code, TagReader tag) {
    // Nothing of it is seen.
  }

  @Override
  public Result convert(Scope scope) {
    return Result.skipped("HIDES_ONLY", "A wipeout draws nothing; what is under it is shown");
  }
}
