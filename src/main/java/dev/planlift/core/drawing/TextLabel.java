package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;

/**
 * A text, decoded to plain Unicode, lines parted by {@code \n}.
 *
 * @param center the middle of the text's box
 * @param direction of the baseline, length one before any transform
 * @param height of a capital letter, source units
 * @param width of the box, source units; estimated where the drawing does not say
 */
public record TextLabel(
    String text,
    Vec3 center,
    Vec3 direction,
    double height,
    double width,
    Appearance appearance,
    SourceRef source)
    implements DrawingItem {
  @Override
  public TextLabel transformed(Affine3 by) {
    double scale = by.planScale();
    return new TextLabel(
        text,
        by.apply(center),
        by.direction(direction).normalized(),
        height * scale,
        width * scale,
        appearance,
        source);
  }

  @Override
  public TextLabel with(Appearance other) {
    return new TextLabel(text, center, direction, height, width, other, source);
  }

  /** The same label with another text in the same box. */
  public TextLabel with(String other) {
    return new TextLabel(other, center, direction, height, width, appearance, source);
  }
}
