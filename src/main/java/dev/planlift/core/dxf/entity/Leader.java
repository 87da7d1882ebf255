package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import java.util.List;

/** LEADER: a line that points at something; its arrow is left out. */
final class Leader extends Entity {
  private final Doubles points = new Doubles();

  @Override
  public String type() {
    return "LEADER";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10 -> {
        points.add(tag.number());
        points.add(0);
        points.add(0);
      }
      case 20 -> points.setFromLast(2, tag.number());
      case 30 -> points.setFromLast(1, tag.number());
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    if (points.size() < 6) {
      return Result.degenerate("A leader of " + points.size() / 3 + " points");
    }
    var line = new Segment.Polyline(points.toArray());
    return Result.approximated(
        List.of(new Path(List.of(line), false, appearance(scope), source())),
        "NO_ARROW",
        "A leader is drawn straight and without its arrow");
  }
}
