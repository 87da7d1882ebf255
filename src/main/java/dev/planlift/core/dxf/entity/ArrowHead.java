package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;
import java.util.Locale;

/**
 * The end of a leader or of a dimension line: the block that the drawing has for it, otherwise the
 * plain form of CAD programs that the block's name means. Without a name it is a filled arrow.
 *
 * @param block name of the block; its tip at zero, its body along negative x, length one
 * @param size length of the arrow, source units
 */
record ArrowHead(String block, double size) {
  /** Half the breadth of the common arrow in its lengths. DXF Reference, DIMBLK. */
  private static final double HALF_BREADTH = 1.0 / 6;

  private static final double DOT_RADIUS = 0.5;

  /**
   * What is drawn.
   *
   * @param tip where it points
   * @param away from the tip along the line, length one
   * @param normal of the plane it lies in, length one
   */
  List<? extends DrawingItem> at(
      Vec3 tip, Vec3 away, Vec3 normal, Scope scope, Appearance look, SourceRef source) {
    var left = normal.cross(away).normalized();
    if (!(size > 0) || left.equals(Vec3.ZERO)) {
      return List.of();
    }
    var symbol = block.isEmpty() ? null : scope.symbol(block);
    if (symbol != null && !symbol.items().isEmpty()) {
      var placement = new Affine3(away.times(-size), left.times(-size), normal.times(size), tip);
      return List.of(new SymbolInstance(symbol, placement, List.of(), look, source));
    }
    return switch (form()) {
      case "NONE" -> List.of();
      case "OBLIQUE", "ARCHTICK", "INTEGRAL", "SMALL" -> {
        var half = away.plus(left).times(size / 2);
        yield List.of(line(tip.minus(half), tip.plus(half), look, source));
      }
      case "DOT", "DOTSMALL", "DOTBLANK", "ORIGIN", "ORIGIN2", "BOXFILLED", "BOXBLANK" -> {
        double radius = DOT_RADIUS * size;
        var u = away.times(radius);
        var v = left.times(radius);
        var circle = new Segment.EllipticArc(tip, u, v, 0, 2 * Math.PI);
        yield List.of(new Path(List.of(circle), true, look, source));
      }
      default -> List.of(arrow(tip, away.times(size), left.times(size), look, source));
    };
  }

  /** The block's name without what programs put before it. */
  private String form() {
    var name = block.toUpperCase(Locale.ROOT);
    return name.startsWith("_") ? name.substring(1) : name;
  }

  /** Whether the line ends where the arrow's body begins. */
  boolean coversLine() {
    return block.isEmpty() || form().startsWith("CLOSED");
  }

  private static Path line(Vec3 from, Vec3 to, Appearance look, SourceRef source) {
    return new Path(List.of(Segment.Polyline.between(from, to)), false, look, source);
  }

  private static FilledRegion arrow(
      Vec3 tip, Vec3 away, Vec3 left, Appearance look, SourceRef source) {
    var end = tip.plus(away);
    var side = left.times(HALF_BREADTH);
    var a = end.plus(side);
    var b = end.minus(side);
    var outline =
        new Segment.Polyline(
            new double[] {
              tip.x(), tip.y(), tip.z(), a.x(), a.y(), a.z(), b.x(), b.y(), b.z(), tip.x(), tip.y(),
              tip.z()
            });
    return new FilledRegion(
        List.of(List.of(outline)), new FilledRegion.Fill.Solid(), Vec3.ZERO, look, source);
  }
}
