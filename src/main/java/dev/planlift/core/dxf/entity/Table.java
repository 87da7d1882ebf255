package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * ACAD_TABLE: shown by the block in which the program that wrote the file left its picture, at the
 * insertion point.
 */
final class Table extends Entity {
  private final Point3 at = new Point3();
  private String block = "";
  private boolean placed;

  @Override
  public String type() {
    return "ACAD_TABLE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 2 -> block = block.isEmpty() ? tag.name() : block;
      case 10 -> {
        if (!placed) {
          at.x = tag.number();
        }
      }
      case 20 -> {
        if (!placed) {
          at.y = tag.number();
        }
      }
      case 30 -> {
        if (!placed) {
          at.z = tag.number();
        }
        placed = true;
      }
      default -> {}
    }
  }

  @Override
  public String block() {
    return block;
  }

  @Override
  public Needs needs() {
    return Needs.DEFINITIONS;
  }

  @Override
  public Result convert(Scope scope) {
    if (block.isEmpty() || scope.symbol(block).items().isEmpty()) {
      return Result.skipped("NO_PICTURE", "A table without a block that shows it");
    }
    Vec3 origin = ocs().toWorld(at.toVec3());
    var instance =
        new SymbolInstance(
            scope.symbol(block),
            Affine3.translation(origin),
            List.of(),
            appearance(scope),
            source());
    return Result.approximated(
        List.of(instance), "PICTURE_ONLY", "A table is taken as the picture in its block");
  }
}
