package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes one subpath after the other. */
final class SubpathBuilder {
  private List<Segment> segments = new ArrayList<>();
  private double[] line = new double[24];
  private int size;
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;

  void start(double x, double y) {
    segments = new ArrayList<>();
    size = 0;
    minX = maxX = x;
    minY = maxY = y;
    vertex(x, y);
  }

  void line(double x, double y) {
    include(x, y);
    vertex(x, y);
  }

  /** A curve from the last vertex by three points, six numbers from an index on. */
  void curve(double[] xy, int at) {
    var from = last();
    endLine();
    for (int i = at; i < at + 6; i += 2) {
      include(xy[i], xy[i + 1]);
    }
    segments.add(
        new Segment.CubicBezier(
            from,
            new Vec3(xy[at], xy[at + 1], 0),
            new Vec3(xy[at + 2], xy[at + 3], 0),
            new Vec3(xy[at + 4], xy[at + 5], 0)));
    vertex(xy[at + 4], xy[at + 5]);
  }

  /** What was drawn since the start; empty where nothing was. */
  Optional<Subpath> finish(boolean closed) {
    endLine();
    size = 0;
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    var box = new Box(new Vec3(minX, minY, 0), new Vec3(maxX, maxY, 0));
    var whole = new Subpath(List.copyOf(segments), closed, box);
    segments = new ArrayList<>();
    return Optional.of(whole);
  }

  private Vec3 last() {
    return new Vec3(line[size - 3], line[size - 2], 0);
  }

  private void endLine() {
    if (size > 3) {
      segments.add(new Segment.Polyline(Arrays.copyOf(line, size)));
    }
    size = 0;
  }

  private void vertex(double x, double y) {
    if (size + 3 > line.length) {
      line = Arrays.copyOf(line, 2 * line.length);
    }
    line[size++] = x;
    line[size++] = y;
    line[size++] = 0;
  }

  /** A number that is none stays one, so that the box tells of it. */
  private void include(double x, double y) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
}
