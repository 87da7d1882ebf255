package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.definition.MultilineStyle;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MLINE: parallel lines along a chain of vertices, which carry where each line passes; its style
 * says in which colours, what is at the ends and whether it is filled. All in world coordinates.
 */
final class MLine extends Entity {
  private static final int CLOSED = 2;
  private static final int NO_START_CAP = 4;
  private static final int NO_END_CAP = 8;
  private static final int MAX_JOINTS = 1 << 16;
  private static final int BY_LAYER = 256;

  private final List<MLineJoint> joints = new ArrayList<>();
  private String styleName = "";
  private String styleHandle = "";
  private double scale = 1;
  private int justification;
  private int flags;
  private boolean cut;

  @Override
  public String type() {
    return "MLINE";
  }

  @Override
  public Needs needs() {
    return Needs.DEFINITIONS;
  }

  @Override
  void own(int code, TagReader tag) {
    if (joints.isEmpty() && code != 11) {
      switch (code) {
        case 2 -> styleName = tag.name();
        case 340 -> styleHandle = tag.name();
        case 40 -> scale = tag.number();
        case 70 -> justification = tag.integer();
        case 71 -> flags = tag.integer();
        default -> {}
      }
      return;
    }
    if (code == 11) {
      cut |= joints.size() == MAX_JOINTS;
      if (!cut) {
        joints.add(new MLineJoint());
      }
    }
    if (!cut) {
      joints.getLast().take(code, tag);
    }
  }

  @Override
  public Result convert(Scope scope) {
    if (joints.size() < 2) {
      return Result.degenerate("A multiline of " + joints.size() + " vertices");
    }
    var style = style(scope);
    int lines = joints.stream().mapToInt(MLineJoint::lines).min().orElse(0);
    if (lines == 0 && style.isPresent()) {
      lines = style.get().elements().size();
      new MLineOffsets(joints, isClosed(), ocs().z()).set(style.get(), scale, justification);
    }
    var items = items(lines, style, scope);
    if (items.isEmpty()) {
      return Result.degenerate("A multiline without lines");
    }
    return cut
        ? Result.approximated(items, "ENTITY_BUDGET", "A multiline without its last vertices")
        : Result.of(items);
  }

  private Optional<MultilineStyle> style(Scope scope) {
    var definitions = scope.definitions();
    return definitions
        .byHandle(MultilineStyle.class, styleHandle)
        .or(() -> definitions.named(MultilineStyle.class, styleName));
  }

  private boolean isClosed() {
    return (flags & CLOSED) != 0;
  }

  private List<DrawingItem> items(int lines, Optional<MultilineStyle> style, Scope scope) {
    var items = new ArrayList<DrawingItem>();
    var look = appearance(scope);
    if (lines > 0 && style.isPresent()) {
      var shape = new MLineEnds(joints, isClosed(), lines);
      if (style.get().isFilled()) {
        var fill = colour(style.get().fillColourIndex(), style.get().fillRgb());
        shape.fill(style.get(), look.with(fill), source()).ifPresent(items::add);
      }
      boolean starts = (flags & NO_START_CAP) == 0;
      boolean ends = (flags & NO_END_CAP) == 0;
      for (var segment : shape.across(style.get(), starts, ends)) {
        items.add(new Path(List.of(segment), false, look, source()));
      }
    }
    for (int line = 0; line < lines; line++) {
      addLine(line, element(line, style, look), items);
    }
    return items;
  }

  /** An element ByLayer looks like the multiline itself. */
  private static Appearance element(int line, Optional<MultilineStyle> style, Appearance look) {
    if (style.isEmpty() || line >= style.get().elements().size()) {
      return look;
    }
    var element = style.get().elements().get(line);
    boolean own = element.rgb() >= 0 || element.colourIndex() != BY_LAYER;
    var coloured = own ? look.with(colour(element.colourIndex(), element.rgb())) : look;
    boolean ownType = !element.lineType().equalsIgnoreCase("BYLAYER");
    return ownType
        ? new Appearance(
            look.layer(),
            coloured.colour(),
            look.lineWeightMm(),
            element.lineType(),
            look.opacity())
        : coloured;
  }

  private static Colour colour(int index, int rgb) {
    return rgb >= 0 ? new Colour.Rgb(rgb) : colourOf(index);
  }

  private void addLine(int line, Appearance look, List<DrawingItem> items) {
    boolean whole = joints.stream().allMatch(joint -> joint.isUncut(line));
    if (whole) {
      var xyz = new Doubles();
      joints.forEach(joint -> add(xyz, joint.point(line)));
      items.add(path(xyz, isClosed(), look));
      return;
    }
    int pieces = isClosed() ? joints.size() : joints.size() - 1;
    for (int i = 0; i < pieces; i++) {
      addPieces(joints.get(i), joints.get((i + 1) % joints.size()), line, look, items);
    }
  }

  private void addPieces(
      MLineJoint from, MLineJoint to, int line, Appearance look, List<DrawingItem> items) {
    var cuts = from.cuts(line);
    var start = from.point(line);
    for (int i = 0; i < Math.max(1, cuts.length); i += 2) {
      var a = i < cuts.length ? start.plus(from.direction().times(cuts[i])) : start;
      var b =
          i + 1 < cuts.length ? start.plus(from.direction().times(cuts[i + 1])) : to.point(line);
      if (!a.equals(b)) {
        var xyz = new Doubles();
        add(xyz, a);
        add(xyz, b);
        items.add(path(xyz, false, look));
      }
    }
  }

  private Path path(Doubles xyz, boolean closed, Appearance look) {
    return new Path(List.of(new Segment.Polyline(xyz.toArray())), closed, look, source());
  }

  private static void add(Doubles xyz, Vec3 p) {
    xyz.add(p.x());
    xyz.add(p.y());
    xyz.add(p.z());
  }
}
