package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.Bulge;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;

/**
 * The vertices of a planar polyline with bulges and widths; the last one's belong to the piece that
 * closes it.
 */
final class VertexChain {
  private static final double UNSET = -1;

  private final Doubles xs = new Doubles();
  private final Doubles ys = new Doubles();
  private final Doubles bulges = new Doubles();
  private final Doubles startWidths = new Doubles();
  private final Doubles endWidths = new Doubles();

  void add(double x) {
    xs.add(x);
    ys.add(0);
    bulges.add(0);
    startWidths.add(UNSET);
    endWidths.add(UNSET);
  }

  void y(double y) {
    if (!ys.isEmpty()) {
      ys.setLast(y);
    }
  }

  void bulge(double bulge) {
    if (!bulges.isEmpty()) {
      bulges.setLast(bulge);
    }
  }

  void startWidth(double width) {
    if (!startWidths.isEmpty()) {
      startWidths.setLast(width);
    }
  }

  void endWidth(double width) {
    if (!endWidths.isEmpty()) {
      endWidths.setLast(width);
    }
  }

  int size() {
    return xs.size();
  }

  /** The pieces from vertex to vertex; straight ones in a row make one polyline. */
  List<Segment> segments(boolean closed, double elevation, Ocs ocs) {
    var segments = new ArrayList<Segment>();
    var straight = new Doubles();
    int pieces = closed ? size() : size() - 1;
    for (int i = 0; i < pieces; i++) {
      boolean closing = i == size() - 1;
      int next = closing ? 0 : i + 1;
      if (isPoint(i, next)) {
        continue;
      }
      if (isArc(i)) {
        flush(straight, segments);
        straight = new Doubles();
        segments.add(arc(i, next, elevation, ocs));
      } else if (!closing) {
        if (straight.isEmpty()) {
          addVertex(straight, i, elevation, ocs);
        }
        addVertex(straight, next, elevation, ocs);
      }
    }
    flush(straight, segments);
    return segments;
  }

  private boolean isPoint(int i, int next) {
    return xs.get(i) == xs.get(next) && ys.get(i) == ys.get(next);
  }

  private boolean isArc(int i) {
    return Math.abs(bulges.get(i)) > Bulge.FLAT;
  }

  private Segment arc(int i, int next, double elevation, Ocs ocs) {
    return Bulge.arc(
        xs.get(i), ys.get(i), xs.get(next), ys.get(next), bulges.get(i), elevation, ocs);
  }

  private void addVertex(Doubles to, int i, double elevation, Ocs ocs) {
    var p = ocs.toWorld(xs.get(i), ys.get(i), elevation);
    to.add(p.x());
    to.add(p.y());
    to.add(p.z());
  }

  private static void flush(Doubles straight, List<Segment> segments) {
    if (!straight.isEmpty()) {
      segments.add(new Segment.Polyline(straight.toArray()));
    }
  }

  /**
   * The polyline as paths: one where its width is the same all along, else one a piece.
   *
   * @param width of all pieces that have none of their own
   */
  List<Path> paths(
      boolean closed,
      double elevation,
      Ocs ocs,
      Stroke width,
      Vec3 extrusion,
      Appearance appearance,
      SourceRef source) {
    int pieces = closed ? size() : size() - 1;
    boolean even = width(0, width).startWidth() == width(0, width).endWidth();
    for (int i = 1; i < pieces && even; i++) {
      even = width(i, width).equals(width(0, width));
    }
    if (even) {
      var segments = segments(closed, elevation, ocs);
      return segments.isEmpty()
          ? List.of()
          : List.of(new Path(segments, closed, width(0, width), extrusion, appearance, source));
    }
    var paths = new ArrayList<Path>();
    for (int i = 0; i < pieces; i++) {
      int next = i == size() - 1 ? 0 : i + 1;
      if (!isPoint(i, next)) {
        var piece = isArc(i) ? arc(i, next, elevation, ocs) : line(i, next, elevation, ocs);
        var stroke = width(i, width);
        paths.add(new Path(List.of(piece), false, stroke, extrusion, appearance, source));
      }
    }
    return paths;
  }

  private Segment line(int i, int next, double elevation, Ocs ocs) {
    return Segment.Polyline.between(
        ocs.toWorld(xs.get(i), ys.get(i), elevation),
        ocs.toWorld(xs.get(next), ys.get(next), elevation));
  }

  private Stroke width(int i, Stroke otherwise) {
    double start = startWidths.get(i) == UNSET ? otherwise.startWidth() : startWidths.get(i);
    double end = endWidths.get(i) == UNSET ? otherwise.endWidth() : endWidths.get(i);
    return start == 0 && end == 0 ? Stroke.THIN : new Stroke(start, end);
  }
}
