package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Clip;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** INSERT: a block placed once, or in rows and columns; with the ATTRIB entities behind it. */
final class Insert extends Entity {
  private final Point3 at = new Point3();
  private final List<AttributeText> attributes = new ArrayList<>();
  private String block = "";
  private double scaleX = 1;
  private double scaleY = 1;
  private double scaleZ = 1;
  private double rotationDegrees;
  private double columnSpacing;
  private double rowSpacing;
  private int columns = 1;
  private int rows = 1;
  private boolean attributesFollow;

  @Override
  public String type() {
    return "INSERT";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 2 -> block = tag.name();
      case 10, 20, 30 -> at.take(code, tag.number());
      case 41 -> scaleX = scale(tag);
      case 42 -> scaleY = scale(tag);
      case 43 -> scaleZ = scale(tag);
      case 44 -> columnSpacing = tag.number();
      case 45 -> rowSpacing = tag.number();
      case 50 -> rotationDegrees = tag.number();
      case 66 -> attributesFollow = tag.integer() != 0;
      case 70 -> columns = Math.max(1, tag.integer());
      case 71 -> rows = Math.max(1, tag.integer());
      default -> {}
    }
  }

  /** CAD programs read a scale of zero, which some exporters write for z, as one. */
  private static double scale(TagReader tag) {
    double scale = tag.number();
    return scale == 0 ? 1 : scale;
  }

  @Override
  public String block() {
    return block;
  }

  @Override
  public long cells() {
    return (long) columns * rows;
  }

  @Override
  public boolean owns(String type) {
    boolean end = type.equals("SEQEND") && (attributesFollow || !attributes.isEmpty());
    return end || type.equals("ATTRIB");
  }

  @Override
  public void adopt(Entity part) {
    if (part instanceof AttributeText attribute) {
      attributes.add(attribute);
    }
  }

  /** Only with extensions can it be clipped. */
  @Override
  public Needs needs() {
    return extensionDictionary().isEmpty() ? Needs.NOTHING : Needs.DEFINITIONS;
  }

  @Override
  public Result convert(Scope scope) {
    if (block.isEmpty()) {
      return Result.skipped("UNDEFINED_BLOCK", "An insert that names no block");
    }
    var symbol = scope.symbol(block);
    var clip = InsertClip.of(extensionDictionary(), block, scope);
    int allowed = scope.takeInstances(cells());
    var ocs = ocs();
    var turn = ocs.asMap().after(Affine3.rotationZ(Math.toRadians(rotationDegrees)));
    double unit = unitFactor(scope);
    var shape = turn.after(Affine3.scale(scaleX * unit, scaleY * unit, scaleZ * unit));
    var origin = ocs.toWorld(at.toVec3());
    var instances = new ArrayList<SymbolInstance>(allowed);
    for (int row = 0; row < rows && instances.size() < allowed; row++) {
      for (int column = 0; column < columns && instances.size() < allowed; column++) {
        var offset = turn.direction(new Vec3(column * columnSpacing, row * rowSpacing, 0));
        var placement = Affine3.translation(origin.plus(offset)).after(shape);
        instances.add(instance(symbol, placement, clip.clip(), instances.isEmpty(), scope));
      }
    }
    if (instances.size() < cells()) {
      return Result.approximated(
          instances,
          "ENTITY_BUDGET",
          "An array of " + cells() + " inserts is cut short at " + instances.size());
    }
    return clip.problem().isEmpty()
        ? Result.of(instances)
        : Result.approximated(instances, "CLIP_IGNORED", clip.problem());
  }

  /**
   * CAD programs write the factor between the units of two drawings into the insert's scale. Where
   * the scale is 1, no one has.
   */
  private double unitFactor(Scope scope) {
    boolean unscaled = Math.abs(scaleX) == 1 && Math.abs(scaleY) == 1 && Math.abs(scaleZ) == 1;
    return unscaled ? scope.unitFactor(block) : 1;
  }

  private SymbolInstance instance(
      Symbol symbol, Affine3 placement, Optional<Clip> clip, boolean first, Scope scope) {
    var labels = new ArrayList<TextLabel>();
    for (var attribute : first ? attributes : List.<AttributeText>of()) {
      for (var item : attribute.convert(scope).items()) {
        if (item instanceof TextLabel label && !attribute.isInvisible()) {
          labels.add(label);
        }
      }
    }
    return new SymbolInstance(symbol, placement, labels, clip, appearance(scope), source());
  }
}
