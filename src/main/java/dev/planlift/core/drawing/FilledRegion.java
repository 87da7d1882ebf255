package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;

/**
 * A filled area: hatch, solid, trace, filled PDF path.
 *
 * @param loops closed boundaries; inside is where an odd number of them is around (even-odd rule)
 */
public record FilledRegion(
    List<List<Segment>> loops, Fill fill, Vec3 extrusion, Appearance appearance, SourceRef source)
    implements DrawingItem {
  public FilledRegion {
    loops = loops.stream().map(List::copyOf).toList();
  }

  /** How the area is filled. */
  public sealed interface Fill {
    record Solid() implements Fill {}

    /** A line pattern by its name in the drawing. */
    record Pattern(String name, double scale, double angleRad) implements Fill {}

    record Gradient(String name) implements Fill {}
  }

  @Override
  public FilledRegion transformed(Affine3 by) {
    return new FilledRegion(
        loops.stream()
            .map(loop -> loop.stream().<Segment>map(s -> s.transformed(by)).toList())
            .toList(),
        fill,
        by.direction(extrusion),
        appearance,
        source);
  }

  @Override
  public FilledRegion with(Appearance other) {
    return new FilledRegion(loops, fill, extrusion, other, source);
  }
}
