package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/**
 * RAY and XLINE: construction lines without one end or without any, from a point along a direction
 * in world coordinates. They are cut a little outside of what else is drawn beside them.
 */
final class EndlessLine extends Entity {
  /** Of the larger side of the extents. */
  private static final double MARGIN = 0.05;

  private final boolean bothWays;
  private final Point3 from = new Point3();
  private final Point3 direction = new Point3();

  EndlessLine(boolean bothWays) {
    this.bothWays = bothWays;
  }

  @Override
  public String type() {
    return bothWays ? "XLINE" : "RAY";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> from.take(code, tag.number());
      case 11, 21, 31 -> direction.take(code, tag.number());
      default -> {}
    }
  }

  @Override
  public Needs needs() {
    return Needs.EXTENTS;
  }

  @Override
  public Result convert(Scope scope) {
    var along = direction.toVec3().normalized();
    if (along.equals(Vec3.ZERO) || !along.isFinite()) {
      return Result.degenerate("A construction line without direction");
    }
    var box = scope.extents();
    if (box.isEmpty()) {
      return Result.skipped("NO_EXTENTS", "An endless line with nothing beside it to end at");
    }
    var size = box.size();
    double margin = MARGIN * Math.max(Math.max(size.x(), size.y()), size.z());
    var around = new Vec3(margin, margin, margin);
    var cut = cut(along, new Box(box.min().minus(around), box.max().plus(around)));
    if (!(cut[0] < cut[1])) {
      return Result.skipped("OUT_OF_EXTENTS", "An endless line that passes by all else");
    }
    var start = from.toVec3().plus(along.times(cut[0]));
    var end = from.toVec3().plus(along.times(cut[1]));
    var path =
        new Path(List.of(Segment.Polyline.between(start, end)), false, appearance(scope), source());
    return Result.approximated(
        List.of(path.asAuxiliary()),
        "ENDLESS",
        "An endless line is cut to the rest of the drawing");
  }

  /** From where to where on the line it is inside the box; the first not less where it never is. */
  private double[] cut(Vec3 along, Box box) {
    var p = from.toVec3();
    double[] cut = {bothWays ? Double.NEGATIVE_INFINITY : 0, Double.POSITIVE_INFINITY};
    slab(cut, p.x(), along.x(), box.min().x(), box.max().x());
    slab(cut, p.y(), along.y(), box.min().y(), box.max().y());
    // In the plan a line is seen at whatever height it lies.
    boolean steep = Math.abs(along.z()) > 1e-9;
    if (steep) {
      slab(cut, p.z(), along.z(), box.min().z(), box.max().z());
    }
    return cut;
  }

  private static void slab(double[] cut, double p, double d, double min, double max) {
    if (d == 0) {
      cut[1] = p < min || p > max ? Double.NEGATIVE_INFINITY : cut[1];
      return;
    }
    double a = (min - p) / d;
    double b = (max - p) / d;
    cut[0] = Math.max(cut[0], Math.min(a, b));
    cut[1] = Math.min(cut[1], Math.max(a, b));
  }
}
