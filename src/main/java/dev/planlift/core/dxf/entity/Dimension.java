package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.MeasuredDimension.Kind;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.entity.DimensionPlane.Form;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;
import java.util.Optional;

/**
 * DIMENSION, ARC_DIMENSION and LARGE_RADIAL_DIMENSION: what was measured between which points, and
 * the anonymous block that shows it; drawn from the points where that block is missing or empty.
 */
final class Dimension extends Entity {
  private static final int KIND = 15;
  private static final int TWO_LINES = 2;
  private static final int ALONG_X = 64;
  private static final int MAX_LETTERS = 10_000;

  private final String type;
  private final DimensionPoints points = new DimensionPoints();
  private final DimensionLook look = new DimensionLook();
  private String block = "";
  private String written = "";
  private double measurement = Double.NaN;
  private double textTurnDegrees;
  private int flags = -1;

  Dimension(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Needs needs() {
    return Needs.DEFINITIONS;
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 1 -> {
        var text = tag.text();
        written = text.length() > MAX_LETTERS ? text.substring(0, MAX_LETTERS) : text;
      }
      case 2 -> block = tag.name();
      case 3 -> look.style = tag.name();
      case 42 -> measurement = tag.number();
      case 50 -> points.turnDegrees = tag.number();
      case 52 -> points.leanDegrees = tag.number();
      case 53 -> textTurnDegrees = tag.number();
      // Dimensions of arcs have another 70 further on.
      case 70 -> flags = flags < 0 ? tag.integer() : flags;
      default -> points.take(code, tag);
    }
  }

  @Override
  void extended(int code, TagReader tag) {
    look.extended(code, tag);
  }

  @Override
  public String block() {
    return block;
  }

  @Override
  public Result convert(Scope scope) {
    var source = source();
    var plane = points.in(ocs(), kind(), form());
    double measured = plane.measured();
    boolean usable = measured > 0 || !(measurement > 0);
    double value = usable ? measured : measurement;
    var written = text(value, scope);
    var shown = picture(source, scope);
    boolean built = shown.isEmpty();
    var picture = built ? drawn(plane, written, source, scope) : shown;
    var dimension =
        new MeasuredDimension(
            plane.kind(),
            points.from(plane.kind()),
            points.to(plane.kind()),
            value,
            said().isEmpty() ? Optional.empty() : Optional.of(written.strip()),
            picture,
            appearance(scope),
            source);
    return built
        ? Result.approximated(
            List.of(dimension),
            "BUILT_DIMENSION",
            "Its picture is missing; it is drawn from its definition points")
        : Result.of(dimension);
  }

  private Kind kind() {
    return switch (type) {
      case "ARC_DIMENSION" -> Kind.ARC_LENGTH;
      case "LARGE_RADIAL_DIMENSION" -> Kind.RADIUS;
      default ->
          switch (Math.max(flags, 0) & KIND) {
            case 0 -> Kind.LINEAR;
            case 1 -> Kind.ALIGNED;
            case 3 -> Kind.DIAMETER;
            case 4 -> Kind.RADIUS;
            case 6 -> Kind.ORDINATE;
            case 8 -> Kind.ARC_LENGTH;
            default -> Kind.ANGULAR;
          };
    };
  }

  private Form form() {
    if (type.equals("LARGE_RADIAL_DIMENSION")) {
      return Form.JOGGED;
    }
    return switch (kind()) {
      case ANGULAR -> (flags & KIND) == TWO_LINES ? Form.BETWEEN_LINES : Form.PLAIN;
      case ORDINATE -> (flags & ALONG_X) != 0 ? Form.ALONG_X : Form.PLAIN;
      default -> Form.PLAIN;
    };
  }

  /** What is written instead of the measurement or around it; empty where nothing is. */
  private String said() {
    var text = PlainText.ofParagraphs(written);
    return text.equals("<>") ? "" : text;
  }

  /** What stands there, the measurement in its place; one blank means nothing at all. */
  private String text(double value, Scope scope) {
    if (written.equals(" ")) {
      return "";
    }
    var said = said().replace("[]", "");
    if (!said.isEmpty() && !said.contains("<>")) {
      return said;
    }
    var measured = new DimensionText(look, scope).of(kind(), value);
    if (said.isEmpty()) {
      return measured;
    }
    // Some programs write the sign of radius or diameter before the measurement that has one.
    boolean twice =
        !measured.isEmpty()
            && !Character.isDigit(measured.charAt(0))
            && said.contains(measured.charAt(0) + "<>");
    return said.replace("<>", twice ? measured.substring(1) : measured);
  }

  private List<DrawingItem> picture(SourceRef source, Scope scope) {
    if (block.isEmpty() || scope.symbol(block).items().isEmpty()) {
      return List.of();
    }
    var placement = Affine3.translation(ocs().toWorld(points.insertion()));
    return List.of(
        new SymbolInstance(scope.symbol(block), placement, List.of(), appearance(scope), source));
  }

  private List<DrawingItem> drawn(
      DimensionPlane plane, String text, SourceRef source, Scope scope) {
    var sheet = new DimensionSheet(ocs(), plane.z(), look, scope, appearance(scope), source);
    var turn =
        textTurnDegrees == 0
            ? Optional.<Double>empty()
            : Optional.of(Math.toRadians(textTurnDegrees));
    var middle = points.textMiddle();
    var textAt = middle.equals(Vec3.ZERO) ? Optional.<Vec2>empty() : Optional.of(middle.xy());
    var drawing = new DimensionDrawing(sheet, text, textAt, turn);
    plane.draw(drawing);
    return sheet.items();
  }
}
