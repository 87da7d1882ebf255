package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;

/**
 * Connected line work: a line, an arc, a circle, a polyline, a spline; also a single point, as a
 * line from it to itself.
 *
 * @param segments at least one, each starting at the end of the one before it
 * @param closed the end is joined to the start; a closed path's last vertex need not repeat its
 *     first
 * @param extrusion the drawn thickness as a vector (DXF group 39 along 210); zero where flat
 * @param auxiliary a construction line, which helps to draw and is no part of what is drawn
 */
public record Path(
    List<Segment> segments,
    boolean closed,
    Stroke stroke,
    Vec3 extrusion,
    boolean auxiliary,
    Appearance appearance,
    SourceRef source)
    implements DrawingItem {
  public Path {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("A path has at least one segment");
    }
  }

  public Path(
      List<Segment> segments,
      boolean closed,
      Stroke stroke,
      Vec3 extrusion,
      Appearance appearance,
      SourceRef source) {
    this(segments, closed, stroke, extrusion, false, appearance, source);
  }

  public Path(List<Segment> segments, boolean closed, Appearance appearance, SourceRef source) {
    this(segments, closed, Stroke.THIN, Vec3.ZERO, appearance, source);
  }

  /** Whether it marks a place and has no extent. */
  public boolean isPoint() {
    return segments.size() == 1
        && segments.getFirst() instanceof Segment.Polyline line
        && line.size() == 2
        && line.start().equals(line.end());
  }

  @Override
  public Path transformed(Affine3 by) {
    return new Path(
        segments.size() == 1
            ? List.of(segments.getFirst().transformed(by))
            : segments.stream().<Segment>map(s -> s.transformed(by)).toList(),
        closed,
        stroke.scaled(by.planScale()),
        extrusion.equals(Vec3.ZERO) ? Vec3.ZERO : by.direction(extrusion),
        auxiliary,
        appearance,
        source);
  }

  @Override
  public Path with(Appearance other) {
    return new Path(segments, closed, stroke, extrusion, auxiliary, other, source);
  }

  /** The same as a construction line. */
  public Path asAuxiliary() {
    return new Path(segments, closed, stroke, extrusion, true, appearance, source);
  }
}
