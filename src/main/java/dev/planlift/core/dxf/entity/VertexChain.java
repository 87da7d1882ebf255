package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.Bulge;
import dev.planlift.core.dxf.Ocs;
import java.util.ArrayList;
import java.util.List;

/**
 * The vertices of a planar polyline with bulges and widths; the last one's belong to the piece that
 * closes it. Of more than {@link #MAX_VERTICES} every second one is dropped, again and again, and
 * arcs become chords.
 */
final class VertexChain {
  static final int MAX_VERTICES = VertexRow.MAX_VERTICES;

  /** A width that changes makes a path of each piece: of more pieces the first width is for all. */
  private static final int MAX_PATHS = 1 << 16;

  private static final double UNSET = -1;

  private final Doubles xs = new Doubles();
  private final Doubles ys = new Doubles();
  private final Doubles bulges = new Doubles();
  private final Doubles startWidths = new Doubles();
  private final Doubles endWidths = new Doubles();
  private long given;
  private long stride = 1;
  private boolean standing = true;
  private double lastX;
  private double lastY;
  private boolean evened;

  void add(double x) {
    if (xs.size() == MAX_VERTICES) {
      thin();
    }
    standing = given++ % stride == 0;
    lastX = x;
    lastY = 0;
    if (standing) {
      xs.add(x);
      ys.add(0);
    }
  }

  /** The last vertex stays, whichever are dropped. */
  private void end() {
    if (!standing) {
      xs.add(lastX);
      ys.add(lastY);
      standing = true;
    }
  }

  private void thin() {
    xs.thin(1);
    ys.thin(1);
    startWidths.thin(1);
    endWidths.thin(1);
    bulges.clear();
    stride *= 2;
  }

  void y(double y) {
    lastY = y;
    if (standing && !ys.isEmpty()) {
      ys.setLast(y);
    }
  }

  void bulge(double bulge) {
    if (stride == 1) {
      setLast(bulges, bulge, 0);
    }
  }

  void startWidth(double width) {
    setLast(startWidths, width, UNSET);
  }

  void endWidth(double width) {
    setLast(endWidths, width, UNSET);
  }

  /** Most polylines have neither bulges nor widths of their own: those lists stay empty. */
  private void setLast(Doubles values, double value, double otherwise) {
    if (standing && !xs.isEmpty() && value != otherwise) {
      values.fillTo(xs.size(), otherwise);
      values.setLast(value);
    }
  }

  int size() {
    return xs.size();
  }

  /** How many vertices there were. */
  long given() {
    return given;
  }

  /** Whether more was given than is kept. */
  boolean isCut() {
    return stride > 1 || evened;
  }

  double x(int i) {
    return xs.get(i);
  }

  double y(int i) {
    return ys.get(i);
  }

  /** The pieces from vertex to vertex; straight ones in a row make one polyline. */
  List<Segment> segments(boolean closed, double elevation, Ocs ocs) {
    end();
    var segments = new ArrayList<Segment>();
    int pieces = closed ? size() : size() - 1;
    int i = 0;
    while (i < pieces) {
      if (isArc(i)) {
        segments.add(arc(i, elevation, ocs));
        i++;
      } else {
        int from = i;
        while (i < pieces && !isArc(i)) {
          i++;
        }
        addStraight(from, Math.min(i, size() - 1), elevation, ocs, segments);
      }
    }
    return segments;
  }

  /** A straight piece that closes the chain is not drawn: closing the path is enough. */
  private void addStraight(int from, int to, double elevation, Ocs ocs, List<Segment> segments) {
    int count = 1;
    for (int i = from; i < to; i++) {
      count += isPoint(i) ? 0 : 1;
    }
    if (count < 2) {
      return;
    }
    var xyz = new double[3 * count];
    int at = 0;
    for (int i = from; i <= to; i++) {
      if (i == from || !isPoint(i - 1)) {
        var p = ocs.toWorld(xs.get(i), ys.get(i), elevation);
        xyz[at++] = p.x();
        xyz[at++] = p.y();
        xyz[at++] = p.z();
      }
    }
    segments.add(new Segment.Polyline(xyz));
  }

  private int next(int i) {
    return i == size() - 1 ? 0 : i + 1;
  }

  private boolean isPoint(int i) {
    int next = next(i);
    return xs.get(i) == xs.get(next) && ys.get(i) == ys.get(next);
  }

  private boolean isArc(int i) {
    return Math.abs(bulges.getOr(i, 0)) > Bulge.FLAT && !isPoint(i);
  }

  private Segment arc(int i, double elevation, Ocs ocs) {
    int next = next(i);
    return Bulge.arc(
        xs.get(i), ys.get(i), xs.get(next), ys.get(next), bulges.get(i), elevation, ocs);
  }

  /**
   * The polyline as paths: one where its width is the same all along, else one a piece.
   *
   * @param look its elevation, default width and appearance
   */
  List<Path> paths(boolean closed, PlanarLook look) {
    end();
    var first = width(0, look.width());
    if (isEven(closed, first, look.width())) {
      var segments = segments(closed, look.elevation(), look.ocs());
      return segments.isEmpty() ? List.of() : List.of(look.path(segments, closed, first));
    }
    var paths = new ArrayList<Path>();
    int pieces = closed ? size() : size() - 1;
    for (int i = 0; i < pieces; i++) {
      if (!isPoint(i)) {
        var piece =
            isArc(i) ? arc(i, look.elevation(), look.ocs()) : line(i, look.elevation(), look.ocs());
        paths.add(look.path(List.of(piece), false, width(i, look.width())));
      }
    }
    return paths;
  }

  private boolean isEven(boolean closed, Stroke first, Stroke otherwise) {
    int pieces = closed ? size() : size() - 1;
    if (pieces > MAX_PATHS) {
      evened = !startWidths.isEmpty() || !endWidths.isEmpty();
      return true;
    }
    boolean even = first.startWidth() == first.endWidth();
    int given = Math.max(startWidths.size(), endWidths.size());
    for (int i = 1; i < pieces && even && given > 0; i++) {
      even = width(i, otherwise).equals(first);
    }
    return even;
  }

  private Segment line(int i, double elevation, Ocs ocs) {
    int next = next(i);
    return Segment.Polyline.between(
        ocs.toWorld(xs.get(i), ys.get(i), elevation),
        ocs.toWorld(xs.get(next), ys.get(next), elevation));
  }

  private Stroke width(int i, Stroke otherwise) {
    double start = startWidths.getOr(i, UNSET);
    double end = endWidths.getOr(i, UNSET);
    start = start == UNSET ? otherwise.startWidth() : start;
    end = end == UNSET ? otherwise.endWidth() : end;
    return start == 0 && end == 0 ? Stroke.THIN : new Stroke(start, end);
  }
}
