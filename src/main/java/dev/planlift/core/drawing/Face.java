package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;

/** A single face in space with three or four corners, in order around it. */
public record Face(List<Vec3> corners, Appearance appearance, SourceRef source)
    implements DrawingItem {
  public Face {
    corners = List.copyOf(corners);
    if (corners.size() < 3 || corners.size() > 4) {
      throw new IllegalArgumentException("A face has three or four corners");
    }
  }

  @Override
  public Face transformed(Affine3 by) {
    return new Face(corners.stream().map(by::apply).toList(), appearance, source);
  }

  @Override
  public Face with(Appearance other) {
    return new Face(corners, other, source);
  }
}
