package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.FilledRegion.Fill;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/** HATCH: an area within boundary paths, each a polyline or a chain of edges, in OCS. */
final class Hatch extends Entity {
  /** Which part of the entity is being read: the same codes mean other things in each. */
  private enum Part {
    HEAD,
    BOUNDARY,
    PATTERN
  }

  private final List<HatchLoop> loops = new ArrayList<>();
  private Part part = Part.HEAD;
  private double elevation;
  private String pattern = "";
  private String gradient = "";
  private boolean solid;
  private boolean hasGradient;
  private double scale = 1;
  private double angleDegrees;

  @Override
  public String type() {
    return "HATCH";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (part) {
      case HEAD -> takeHead(code, tag);
      case BOUNDARY -> takeBoundary(code, tag);
      case PATTERN -> takePattern(code, tag);
    }
  }

  private void takeHead(int code, TagReader tag) {
    switch (code) {
      case 2 -> pattern = tag.name();
      case 30 -> elevation = tag.number();
      case 70 -> solid = tag.integer() != 0;
      case 91 -> part = Part.BOUNDARY;
      default -> {}
    }
  }

  private void takeBoundary(int code, TagReader tag) {
    if (code == 75) {
      part = Part.PATTERN;
    } else if (code == 92) {
      if (!loops.isEmpty() && loops.getLast().isBare()) {
        loops.removeLast(); // so that no file makes much out of little
      }
      loops.add(new HatchLoop(tag.integer()));
    } else if (!loops.isEmpty()) {
      loops.getLast().take(code, tag);
    }
  }

  private void takePattern(int code, TagReader tag) {
    switch (code) {
      case 41 -> scale = tag.number();
      case 52 -> angleDegrees = tag.number();
      case 450 -> hasGradient = tag.integer() != 0;
      case 470 -> gradient = tag.name();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var ocs = ocs();
    var boundaries = new ArrayList<List<Segment>>();
    for (var loop : loops) {
      var segments = loop.segments(elevation, ocs);
      if (!segments.isEmpty()) {
        boundaries.add(segments);
      }
    }
    return boundaries.isEmpty()
        ? Result.degenerate("A hatch without boundary")
        : Result.of(new FilledRegion(boundaries, fill(), Vec3.ZERO, appearance(scope), source()));
  }

  private Fill fill() {
    if (hasGradient) {
      return new Fill.Gradient(gradient);
    }
    boolean plain = solid || pattern.equalsIgnoreCase("SOLID");
    return plain
        ? new Fill.Solid()
        : new Fill.Pattern(pattern, scale, Math.toRadians(angleDegrees));
  }
}
