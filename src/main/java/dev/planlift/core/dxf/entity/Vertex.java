package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/** VERTEX: part of the POLYLINE before it. */
final class Vertex extends Entity {
  final Point3 at = new Point3();
  final int[] corners = new int[4];
  double startWidth = -1;
  double endWidth = -1;
  double bulge;
  int flags;

  @Override
  public String type() {
    return "VERTEX";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> at.take(code, tag.number());
      case 40 -> startWidth = tag.number();
      case 41 -> endWidth = tag.number();
      case 42 -> bulge = tag.number();
      case 70 -> flags = tag.integer();
      case 71, 72, 73, 74 -> corners[code - 71] = tag.integer();
      default -> {}
    }
  }

  @Override
  public boolean isPart() {
    return true;
  }

  @Override
  public Result convert(Scope scope) {
    return Result.skipped("MISPLACED", "A VERTEX outside of any POLYLINE");
  }
}
