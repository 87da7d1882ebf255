package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.MeasuredDimension.Kind;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import java.util.Optional;

/**
 * DIMENSION: what was measured between which points, and the anonymous block that shows it. The
 * picture holds that block as one symbol instance.
 */
final class Dimension extends Entity {
  private final String type;
  private final Point3 line = new Point3();
  private final Point3 insertion = new Point3();
  private final Point3 first = new Point3();
  private final Point3 second = new Point3();
  private final Point3 onCircle = new Point3();
  private String block = "";
  private String written = "";
  private double measurement = Double.NaN;
  private double rotationDegrees;
  private int kind;

  Dimension(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 1 -> written = tag.text();
      case 2 -> block = tag.name();
      case 10 -> line.x = tag.number();
      case 20 -> line.y = tag.number();
      case 30 -> line.z = tag.number();
      case 12 -> insertion.x = tag.number();
      case 22 -> insertion.y = tag.number();
      case 32 -> insertion.z = tag.number();
      case 42 -> measurement = tag.number();
      case 50 -> rotationDegrees = tag.number();
      case 70 -> kind = tag.integer() & 7;
      default -> takeMeasured(code, tag);
    }
  }

  private void takeMeasured(int code, TagReader tag) {
    switch (code) {
      case 13 -> first.x = tag.number();
      case 23 -> first.y = tag.number();
      case 33 -> first.z = tag.number();
      case 14 -> second.x = tag.number();
      case 24 -> second.y = tag.number();
      case 34 -> second.z = tag.number();
      case 15 -> onCircle.x = tag.number();
      case 25 -> onCircle.y = tag.number();
      case 35 -> onCircle.z = tag.number();
      default -> {}
    }
  }

  @Override
  public String block() {
    return block;
  }

  @Override
  public Result convert(Scope scope) {
    var kindOf = kindOf();
    boolean round = kindOf == Kind.RADIUS || kindOf == Kind.DIAMETER;
    var from = round ? line.toVec3() : first.toVec3();
    var to = round ? onCircle.toVec3() : second.toVec3();
    double measured = measurement > 0 ? measurement : implied(kindOf, from, to);
    var dimension =
        new MeasuredDimension(
            kindOf, from, to, measured, text(), picture(scope), appearance(scope), source());
    return Result.of(dimension);
  }

  private Kind kindOf() {
    return switch (kind) {
      case 0 -> Kind.LINEAR;
      case 1 -> Kind.ALIGNED;
      case 3 -> Kind.DIAMETER;
      case 4 -> Kind.RADIUS;
      case 6 -> Kind.ORDINATE;
      default -> Kind.ANGULAR;
    };
  }

  /** What the points say where group 42 is missing: old versions do not write it. */
  private double implied(Kind kindOf, Vec3 from, Vec3 to) {
    var across = to.minus(from);
    if (kindOf == Kind.LINEAR) {
      double angle = Math.toRadians(rotationDegrees);
      return Math.abs(across.x() * Math.cos(angle) + across.y() * Math.sin(angle));
    }
    return kindOf == Kind.ANGULAR ? 0 : across.length();
  }

  private Optional<String> text() {
    var text = PlainText.ofParagraphs(written);
    return text.isEmpty() || text.equals("<>") ? Optional.empty() : Optional.of(text);
  }

  private List<DrawingItem> picture(Scope scope) {
    if (block.isEmpty()) {
      return List.of();
    }
    var placement = Affine3.translation(ocs().toWorld(insertion.toVec3()));
    return List.of(
        new SymbolInstance(scope.symbol(block), placement, List.of(), appearance(scope), source()));
  }
}
