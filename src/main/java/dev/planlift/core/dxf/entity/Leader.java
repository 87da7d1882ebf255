package dev.planlift.core.dxf.entity;

import static dev.planlift.core.dxf.definition.DimensionVariable.DIMASZ;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMGAP;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMTAD;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import java.util.ArrayList;
import java.util.List;

/**
 * LEADER: a line with an arrow that points at something; what is written at its other end is an
 * entity of its own. World coordinates. The hook line under the text after ezdxf, {@code
 * render/leader.py}.
 */
final class Leader extends Entity {
  private static final int LEADER_ARROW = 341;
  private static final int SPLINE = 1;
  private static final int WITH_TEXT = 0;

  /** An arrow is left out where the first piece is shorter than so many arrows. */
  private static final double ROOM = 2;

  private final Points points = new Points();
  private final DimensionLook look = new DimensionLook();
  private final Point3 level = new Point3();
  private boolean hasArrow = true;
  private boolean hooked;

  /** Group 74 is left out where it is 1. */
  private boolean hookTurned = true;

  private int kind;
  private int annotation = 3;
  private double textWidth;

  Leader() {
    level.x = 1;
  }

  @Override
  public String type() {
    return "LEADER";
  }

  @Override
  public Needs needs() {
    return Needs.DEFINITIONS;
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> points.coordinate(code / 10 - 1, tag.number());
      case 3 -> look.style = tag.name();
      case 41 -> textWidth = tag.number();
      case 71 -> hasArrow = tag.integer() != 0;
      case 72 -> kind = tag.integer();
      case 73 -> annotation = tag.integer();
      case 74 -> hookTurned = tag.integer() != 0;
      case 75 -> hooked = tag.integer() != 0;
      case 211 -> level.x = tag.number();
      case 221 -> level.y = tag.number();
      case 231 -> level.z = tag.number();
      default -> {}
    }
  }

  @Override
  void extended(int code, TagReader tag) {
    look.extended(code, tag);
  }

  @Override
  public Result convert(Scope scope) {
    if (points.size() < 2) {
      return Result.degenerate("A leader of " + points.size() + " points");
    }
    var tip = points.get(0);
    var away = points.get(1).minus(tip);
    var items = new ArrayList<DrawingItem>();
    items.add(new Path(segments(scope), false, appearance(scope), source()));
    double size = look.size(DIMASZ, scope);
    if (hasArrow && away.length() >= ROOM * size) {
      var head = new ArrowHead(look.block(LEADER_ARROW, scope), size);
      items.addAll(head.at(tip, away.normalized(), ocs().z(), scope, appearance(scope), source()));
    }
    return points.isCut()
        ? Result.approximated(
            items, "ENTITY_BUDGET", "A leader is cut off after " + Points.MAX + " points")
        : Result.of(items);
  }

  private List<Segment> segments(Scope scope) {
    addHook(scope);
    var xyz = points.toArray();
    if (kind == SPLINE) {
      var start = points.get(1).minus(points.get(0));
      var end = points.last().minus(points.get(points.size() - 2));
      var curve = FitCurve.through(xyz, start, end);
      if (!curve.isEmpty()) {
        return curve;
      }
    }
    return List.of(new Segment.Polyline(xyz));
  }

  /** A text above the line has it drawn on beneath. */
  private void addHook(Scope scope) {
    boolean under = hooked && annotation == WITH_TEXT && textWidth > 0;
    if (!under || !look.isOn(DIMTAD, scope)) {
      return;
    }
    double length = look.size(DIMGAP, scope) + textWidth;
    var along = level.toVec3().normalized().times(hookTurned ? -length : length);
    points.add(points.last().plus(along));
  }
}
