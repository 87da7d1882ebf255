package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import java.util.List;

/** SPLINE: a rational B-spline in world coordinates, or points it runs through. */
final class Spline extends Entity {
  private final SplineShape shape = new SplineShape();

  @Override
  public String type() {
    return "SPLINE";
  }

  @Override
  void own(int code, TagReader tag) {
    shape.take(code, tag);
  }

  @Override
  public Result convert(Scope scope) {
    return shape.convert(segments -> path(segments, scope));
  }

  private Path path(List<Segment> segments, Scope scope) {
    return new Path(segments, shape.isClosed(segments), appearance(scope), source());
  }
}
