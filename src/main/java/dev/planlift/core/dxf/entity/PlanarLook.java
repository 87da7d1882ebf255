package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.List;

/**
 * What all pieces of a planar polyline share.
 *
 * @param elevation over the plane of {@code ocs}
 * @param width of all pieces that have none of their own
 * @param extrusion the thickness in world coordinates
 */
record PlanarLook(
    Ocs ocs,
    double elevation,
    Stroke width,
    Vec3 extrusion,
    Appearance appearance,
    SourceRef source) {
  Path path(List<Segment> segments, boolean closed, Stroke stroke) {
    return new Path(segments, closed, stroke, extrusion, appearance, source);
  }
}
