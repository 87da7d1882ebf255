package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;
import java.util.Optional;

/**
 * A dimension: what was measured, and what is written.
 *
 * @param from first measured point
 * @param to second measured point
 * @param measured the drawn distance between them, or the angle in radians
 * @param text the text that stands there, when it is not the measurement itself
 * @param picture the dimension's lines, arrows and text as drawn; empty where the drawing has none
 */
public record MeasuredDimension(
    Kind kind,
    Vec3 from,
    Vec3 to,
    double measured,
    Optional<String> text,
    List<DrawingItem> picture,
    Appearance appearance,
    SourceRef source)
    implements DrawingItem {
  /** What is measured. */
  public enum Kind {
    LINEAR,
    ALIGNED,
    ANGULAR,
    RADIUS,
    DIAMETER,
    ORDINATE,
    ARC_LENGTH
  }

  public MeasuredDimension {
    picture = List.copyOf(picture);
  }

  @Override
  public MeasuredDimension transformed(Affine3 by) {
    return new MeasuredDimension(
        kind,
        by.apply(from),
        by.apply(to),
        kind == Kind.ANGULAR ? measured : measured * by.planScale(),
        text,
        picture.stream().map(item -> item.transformed(by)).toList(),
        appearance,
        source);
  }

  @Override
  public MeasuredDimension with(Appearance other) {
    return new MeasuredDimension(kind, from, to, measured, text, picture, other, source);
  }
}
