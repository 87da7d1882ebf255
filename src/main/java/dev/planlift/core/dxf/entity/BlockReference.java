package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * An entity whose picture the program that wrote the file left in a block: ACAD_TABLE at its
 * insertion point, ARC_DIMENSION where it is.
 */
final class BlockReference extends Entity {
  private final String type;
  private final Point3 at = new Point3();
  private String block = "";
  private boolean placed;

  BlockReference(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    boolean table = type.equals("ACAD_TABLE");
    switch (code) {
      case 2 -> block = block.isEmpty() ? tag.name() : block;
      case 10 -> {
        if (table && !placed) {
          at.x = tag.number();
        }
      }
      case 20 -> {
        if (table && !placed) {
          at.y = tag.number();
        }
      }
      case 30 -> {
        if (table && !placed) {
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
  public Result convert(Scope scope) {
    if (block.isEmpty()) {
      return Result.skipped("UNSUPPORTED_TYPE", "A " + type + " without a block that shows it");
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
        List.of(instance), "PICTURE_ONLY", "A " + type + " is taken as the picture in its block");
  }
}
