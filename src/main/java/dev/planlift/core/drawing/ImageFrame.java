package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;

/**
 * Where a picture, underlay or embedded object lies; never its content.
 *
 * @param corners four, counter-clockwise
 * @param name of the file or object as the drawing gives it
 */
public record ImageFrame(List<Vec3> corners, String name, Appearance appearance, SourceRef source)
    implements DrawingItem {
  public ImageFrame {
    corners = List.copyOf(corners);
  }

  @Override
  public ImageFrame transformed(Affine3 by) {
    return new ImageFrame(corners.stream().map(by::apply).toList(), name, appearance, source);
  }

  @Override
  public ImageFrame with(Appearance other) {
    return new ImageFrame(corners, name, other, source);
  }
}
