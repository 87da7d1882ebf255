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
    /** The same fill where the area is moved. */
    default Fill transformed(Affine3 by) {
      return this;
    }

    record Solid() implements Fill {}

    /**
     * A line pattern by its name in the drawing.
     *
     * @param lines where the drawing defines them, scaled and turned as they are drawn
     */
    record Pattern(String name, double scale, double angleRad, List<PatternLine> lines)
        implements Fill {
      public Pattern {
        lines = List.copyOf(lines);
      }

      public Pattern(String name, double scale, double angleRad) {
        this(name, scale, angleRad, List.of());
      }

      @Override
      public Pattern transformed(Affine3 by) {
        return new Pattern(
            name, scale, angleRad, lines.stream().map(line -> line.transformed(by)).toList());
      }
    }

    /**
     * Colours that run into each other.
     *
     * @param name of its shape, such as LINEAR or SPHERICAL
     * @param rgbs 0xRRGGBB from one end to the other; none where the drawing does not say
     */
    record Gradient(String name, double angleRad, List<Integer> rgbs) implements Fill {
      public Gradient {
        rgbs = List.copyOf(rgbs);
      }
    }
  }

  @Override
  public FilledRegion transformed(Affine3 by) {
    return new FilledRegion(
        loops.stream()
            .map(loop -> loop.stream().<Segment>map(s -> s.transformed(by)).toList())
            .toList(),
        fill.transformed(by),
        by.direction(extrusion),
        appearance,
        source);
  }

  @Override
  public FilledRegion with(Appearance other) {
    return new FilledRegion(loops, fill, extrusion, other, source);
  }
}
