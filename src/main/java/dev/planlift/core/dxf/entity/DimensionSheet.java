package dev.planlift.core.dxf.entity;

import static dev.planlift.core.dxf.definition.DimensionVariable.DIMASZ;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMCLRD;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMCLRE;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMCLRT;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMGAP;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMTSZ;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMTXT;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.ColourIndex;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.definition.DimensionVariable;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** Where the picture of a dimension is drawn: its plane, its sizes, and what is there so far. */
final class DimensionSheet {
  private static final int ARROWS = 342;
  private static final int BY_BLOCK = 0;
  private static final int MAX_INDEX = 255;

  private final Ocs ocs;
  private final double z;
  private final DimensionLook look;
  private final Scope scope;
  private final Appearance appearance;
  private final SourceRef source;
  private final List<DrawingItem> items = new ArrayList<>();

  DimensionSheet(
      Ocs ocs, double z, DimensionLook look, Scope scope, Appearance appearance, SourceRef source) {
    this.ocs = ocs;
    this.z = z;
    this.look = look;
    this.scope = scope;
    this.appearance = appearance;
    this.source = source;
  }

  List<DrawingItem> items() {
    return items;
  }

  double size(DimensionVariable variable) {
    return look.size(variable, scope);
  }

  boolean isOn(DimensionVariable variable) {
    return look.isOn(variable, scope);
  }

  private Vec3 world(Vec2 p) {
    return ocs.toWorld(p.x(), p.y(), z);
  }

  private Appearance coloured(DimensionVariable variable) {
    int index = (int) look.number(variable, scope);
    return index > BY_BLOCK && index <= MAX_INDEX
        ? appearance.with(new Colour.Rgb(ColourIndex.rgb(index)))
        : appearance;
  }

  void line(Vec2 from, Vec2 to) {
    add(from, to, DIMCLRD);
  }

  void extensionLine(Vec2 from, Vec2 to) {
    add(from, to, DIMCLRE);
  }

  private void add(Vec2 from, Vec2 to, DimensionVariable colour) {
    if (!from.equals(to)) {
      var segment = Segment.Polyline.between(world(from), world(to));
      items.add(new Path(List.of(segment), false, coloured(colour), source));
    }
  }

  void arc(Vec2 center, double radius, double startRad, double sweepRad) {
    var u = ocs.toWorld(radius, 0, 0);
    var v = ocs.toWorld(0, radius, 0);
    var segment = new Segment.EllipticArc(world(center), u, v, startRad, sweepRad);
    items.add(new Path(List.of(segment), false, coloured(DIMCLRD), source));
  }

  double arrowSize() {
    double tick = size(DIMTSZ);
    return tick > 0 ? tick : size(DIMASZ);
  }

  /** The end of a dimension line. */
  void arrow(Vec2 tip, Vec2 away) {
    var block = size(DIMTSZ) > 0 ? "_OBLIQUE" : look.block(ARROWS, scope);
    var head = new ArrowHead(block, arrowSize());
    var back = ocs.toWorld(away.x(), away.y(), 0);
    items.addAll(head.at(world(tip), back, ocs.z(), scope, coloured(DIMCLRD), source));
  }

  /**
   * A text with its middle at a point.
   *
   * @param alongRad the line it goes along; it is turned so that it can be read
   */
  void text(String text, Vec2 middle, double alongRad) {
    if (text.isBlank()) {
      return;
    }
    double height = size(DIMTXT);
    double turn = Angle.signed(alongRad);
    boolean overHead = turn > Math.PI / 2 + 1e-6 || turn <= -Math.PI / 2 + 1e-6;
    var along = Vec2.ofAngle(overHead ? turn + Math.PI : turn);
    double width = TextExtent.ofLines(text, Double.POSITIVE_INFINITY).width() * height;
    items.add(
        new TextLabel(
            text,
            world(middle),
            ocs.toWorld(along.x(), along.y(), 0),
            height,
            width,
            coloured(DIMCLRT),
            source));
  }

  /** From a dimension line to the middle of a text above it. */
  double textOffset() {
    return size(DIMTXT) / 2 + Math.abs(size(DIMGAP));
  }
}
