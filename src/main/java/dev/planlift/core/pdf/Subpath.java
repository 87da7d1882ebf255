package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * A connected piece of a path, points as shown.
 *
 * @param segments at least one; lines that follow each other are one polyline
 * @param bounds of all its vertices and control points
 */
record Subpath(List<Segment> segments, boolean closed, Box bounds) {
  Vec3 start() {
    return segments.getFirst().start();
  }

  Vec3 end() {
    return segments.getLast().end();
  }

  boolean isFinite() {
    return bounds.min().isFinite() && bounds.max().isFinite();
  }

  /** Its segments with the way back to the start, where it does not end there. */
  List<Segment> loop() {
    if (start().equals(end())) {
      return segments;
    }
    var all = new ArrayList<>(segments);
    if (all.getLast() instanceof Segment.Polyline line) {
      var xyz = java.util.Arrays.copyOf(line.xyz(), line.xyz().length + 3);
      xyz[xyz.length - 3] = start().x();
      xyz[xyz.length - 2] = start().y();
      all.set(all.size() - 1, new Segment.Polyline(xyz));
    } else {
      all.add(Segment.Polyline.between(end(), start()));
    }
    return all;
  }
}
