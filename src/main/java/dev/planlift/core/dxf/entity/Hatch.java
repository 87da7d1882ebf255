package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.FilledRegion.Fill;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.PatternStrokes;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * HATCH and MPOLYGON: an area within boundary paths, each a polyline or a chain of edges, in OCS.
 * An MPOLYGON shows its boundary, too, and has a colour of its own for what fills it.
 */
final class Hatch extends Entity {
  private static final int MAX_LOOPS = 1 << 16;
  private static final int OUTER = 1;
  private static final int IGNORE = 2;
  private static final int BY_LAYER = 256;

  /** Which part of the entity is being read: the same codes mean other things in each. */
  private enum Part {
    HEAD,
    BOUNDARY,
    PATTERN
  }

  private final boolean polygon;
  private final List<HatchLoop> loops = new ArrayList<>(1);
  private final HatchPattern pattern = new HatchPattern();
  private final HatchGradient gradient = new HatchGradient();
  private Part part = Part.HEAD;
  private double elevation;
  private String patternName = "";
  private boolean solid;
  private boolean cut;
  private int style;
  private int fillIndex = BY_LAYER;
  private double scale = 1;
  private double angleDegrees;

  Hatch(boolean polygon) {
    this.polygon = polygon;
  }

  @Override
  public String type() {
    return polygon ? "MPOLYGON" : "HATCH";
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
      case 2 -> patternName = tag.name();
      case 30 -> elevation = tag.number();
      case 70 -> solid = polygon ? solid : tag.integer() != 0;
      case 71 -> solid = polygon ? tag.integer() != 0 : solid;
      case 91 -> part = Part.BOUNDARY;
      default -> {}
    }
  }

  private void takeBoundary(int code, TagReader tag) {
    if (code == 75 || code == 76) {
      style = code == 75 ? tag.integer() : style;
      part = Part.PATTERN;
    } else if (code == 92) {
      if (!loops.isEmpty() && loops.getLast().isBare()) {
        loops.removeLast(); // so that no file makes much out of little
      }
      cut |= loops.size() == MAX_LOOPS;
      if (!cut) {
        loops.add(new HatchLoop(tag.integer()));
      }
    } else if (!loops.isEmpty() && !cut) {
      loops.getLast().take(code, tag);
    }
  }

  private void takePattern(int code, TagReader tag) {
    switch (code) {
      case 41 -> scale = tag.number();
      case 52 -> angleDegrees = tag.number();
      case 43, 44, 45, 46, 49, 53 -> pattern.take(code, tag);
      case 63 -> {
        if (gradient.isUsed()) {
          gradient.take(code, tag);
        } else if (polygon) {
          fillIndex = tag.integer();
        }
      }
      case 421, 450, 460, 470 -> gradient.take(code, tag);
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var boundaries = new ArrayList<List<Segment>>();
    for (var loop : drawnLoops()) {
      boundaries.addAll(loop.loops(elevation, ocs()));
      cut |= loop.isCut();
    }
    if (boundaries.isEmpty()) {
      return Result.degenerate("A hatch without boundary");
    }
    var look = appearance(scope);
    var region = new FilledRegion(boundaries, fill(), Vec3.ZERO, filled(look), source());
    boolean dense =
        region.fill() instanceof Fill.Pattern lines
            && !(PatternStrokes.count(region, lines) <= PatternStrokes.MAX_STROKES);
    if (dense) {
      region = new FilledRegion(boundaries, new Fill.Solid(), Vec3.ZERO, filled(look), source());
    }
    var items = items(region, boundaries, look);
    if (dense) {
      return Result.approximated(
          items, "ENTITY_BUDGET", "A hatch so dense that it is shown as evenly filled");
    }
    return cut
        ? Result.approximated(items, "ENTITY_BUDGET", "A hatch without a part of its boundary")
        : Result.of(items);
  }

  private List<DrawingItem> items(
      FilledRegion region, List<List<Segment>> boundaries, Appearance look) {
    var items = new ArrayList<DrawingItem>();
    items.add(region);
    if (polygon) {
      boundaries.forEach(ring -> items.add(new Path(ring, true, look, source())));
    }
    return items;
  }

  /**
   * The loops that bound what is filled, by even-odd: in the styles “outer” and “ignore” those of
   * islands further inside are left out, where the file tells them apart.
   */
  private List<HatchLoop> drawnLoops() {
    boolean told =
        style == OUTER
            ? loops.stream().anyMatch(HatchLoop::isOutermost)
            : style == IGNORE && loops.stream().anyMatch(HatchLoop::isExternal);
    if (!told) {
      return loops;
    }
    return loops.stream()
        .filter(loop -> loop.isExternal() || (style == OUTER && loop.isOutermost()))
        .toList();
  }

  private Appearance filled(Appearance look) {
    if (gradient.isUsed()) {
      return gradient.shown(look);
    }
    return polygon ? look.with(colourOf(fillIndex)) : look;
  }

  private Fill fill() {
    if (gradient.isUsed()) {
      return gradient.fill();
    }
    boolean plain = solid || patternName.equalsIgnoreCase("SOLID");
    return plain
        ? new Fill.Solid()
        : new Fill.Pattern(
            patternName, scale, Math.toRadians(angleDegrees), pattern.lines(elevation, ocs()));
  }
}
