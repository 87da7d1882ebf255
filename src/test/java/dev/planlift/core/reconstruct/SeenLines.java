package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** Single lines of layer 0, in metres, and the line work that is read from them. */
final class SeenLines {
  private final List<Expansion.Seen> seen = new ArrayList<>();

  SeenLines line(double x0, double y0, double x1, double y1, SourceRef source) {
    return line(x0, y0, x1, y1, source, 0);
  }

  /**
   * A line.
   *
   * @param rgb of its pen
   */
  SeenLines line(double x0, double y0, double x1, double y1, SourceRef source, int rgb) {
    var path =
        new Path(
            List.of(new Segment.Polyline(new double[] {x0, y0, 0, x1, y1, 0})),
            false,
            Appearance.on(Layer.ZERO).with(new Colour.Rgb(rgb)),
            source);
    seen.add(new Expansion.Seen(path, List.of()));
    return this;
  }

  int size() {
    return seen.size();
  }

  LineWork work() {
    return new LineWorkReader(new Frame(1, Vec2.ZERO), 0.002).read(seen);
  }
}
