package dev.planlift.core.dxf.entity;

import static dev.planlift.core.dxf.definition.DimensionVariable.DIMGAP;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMTXT;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * TOLERANCE: a feature control frame, rows of boxes with signs and values. Its point is the middle
 * of the first row's left side; world coordinates.
 */
final class Tolerance extends Entity {
  private static final int MAX_LETTERS = 10_000;

  /** The height of a row in heights of its text, as CAD programs draw it. */
  private static final double ROW = 2;

  private final DimensionLook look = new DimensionLook();
  private final Point3 at = new Point3();
  private final Point3 along = new Point3();
  private String raw = "";

  @Override
  public String type() {
    return "TOLERANCE";
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
        raw = text.length() > MAX_LETTERS ? text.substring(0, MAX_LETTERS) : text;
      }
      case 3 -> look.style = tag.name();
      case 10, 20, 30 -> at.take(code, tag.number());
      case 11, 21, 31 -> along.take(code, tag.number());
      default -> {}
    }
  }

  @Override
  void extended(int code, TagReader tag) {
    look.extended(code, tag);
  }

  @Override
  public Result convert(Scope scope) {
    var rows = ToleranceText.rows(raw);
    if (rows.isEmpty()) {
      return Result.skipped("EMPTY_TEXT", "A tolerance without signs");
    }
    double height = look.size(DIMTXT, scope);
    var axis = along.toVec3().normalized();
    var x = axis.equals(Vec3.ZERO) ? Vec3.X : axis;
    var y = ocs().z().cross(x).normalized();
    var items = new ArrayList<DrawingItem>();
    var middle = at.toVec3();
    for (var row : rows) {
      row(row, middle, x, y, height, scope, items);
      middle = middle.minus(y.times(ROW * height));
    }
    return Result.of(items);
  }

  private void row(
      List<String> cells,
      Vec3 middle,
      Vec3 x,
      Vec3 y,
      double height,
      Scope scope,
      List<DrawingItem> items) {
    double gap = look.size(DIMGAP, scope);
    var up = y.times(ROW * height / 2);
    var left = middle;
    for (var cell : cells) {
      double width = TextExtent.ofLine(cell) * height + 2 * gap;
      var right = left.plus(x.times(width));
      if (!cell.isEmpty()) {
        items.add(box(left, right, up, scope));
        var center = left.plus(x.times(width / 2));
        items.add(
            new TextLabel(cell, center, x, height, width - 2 * gap, appearance(scope), source()));
      }
      left = right;
    }
  }

  private Path box(Vec3 left, Vec3 right, Vec3 up, Scope scope) {
    var xyz = new Points();
    xyz.add(left.minus(up));
    xyz.add(right.minus(up));
    xyz.add(right.plus(up));
    xyz.add(left.plus(up));
    return new Path(
        List.of(new Segment.Polyline(xyz.toArray())), true, appearance(scope), source());
  }
}
