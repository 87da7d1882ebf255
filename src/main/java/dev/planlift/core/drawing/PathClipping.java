package dev.planlift.core.drawing;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Cuts paths by a region of the plan. Curves are flattened only where they are cut. */
final class PathClipping {
  private final ClipRegion region;
  private final double tolerance;

  PathClipping(ClipRegion region, double tolerance) {
    this.region = region;
    this.tolerance = tolerance;
  }

  /** A piece of a line: its vertices, and how far along the line it begins and ends. */
  private static final class Piece {
    final List<Vec3> vertices = new ArrayList<>();
    double from;
    double to;
  }

  /** The pieces inside, in order; the very path where all of it is. */
  List<Path> cut(Path path) {
    var line = vertices(path);
    var pieces = new ArrayList<Piece>();
    boolean whole = true;
    boolean open = false;
    double length = 0;
    for (int i = 1; i < line.size(); i++) {
      var a = line.get(i - 1);
      var b = line.get(i);
      double step = a.distance(b);
      var cuts = region.cuts(a.x(), a.y(), b.x(), b.y());
      for (int k = 1; k < cuts.length; k++) {
        double middle = (cuts[k - 1] + cuts[k]) / 2;
        if (cuts[k] > cuts[k - 1]) {
          var p = between(a, b, middle);
          boolean inside = region.shows(p.x(), p.y());
          if (inside) {
            var piece = open ? pieces.getLast() : begin(pieces, between(a, b, cuts[k - 1]));
            piece.from = open ? piece.from : length + cuts[k - 1] * step;
            piece.to = length + cuts[k] * step;
            piece.vertices.add(between(a, b, cuts[k]));
          }
          open = inside;
          whole &= inside;
        }
      }
      length += step;
    }
    double all = length;
    return whole ? List.of(path) : pieces.stream().map(piece -> part(path, piece, all)).toList();
  }

  private List<Vec3> vertices(Path path) {
    var line = CurveFlattening.flatten(path.segments(), tolerance);
    var vertices = new ArrayList<Vec3>(line.size() + 1);
    for (int i = 0; i < line.size(); i++) {
      vertices.add(line.vertex(i));
    }
    if (path.closed() && !vertices.getFirst().equals(vertices.getLast())) {
      vertices.add(vertices.getFirst());
    }
    return vertices;
  }

  private static Piece begin(List<Piece> pieces, Vec3 at) {
    var piece = new Piece();
    piece.vertices.add(at);
    pieces.add(piece);
    return piece;
  }

  /** A corner is met exactly. */
  private static Vec3 between(Vec3 a, Vec3 b, double t) {
    return t == 0 ? a : t == 1 ? b : a.plus(b.minus(a).times(t));
  }

  private static Path part(Path path, Piece piece, double length) {
    var xyz = new double[3 * piece.vertices.size()];
    for (int i = 0; i < piece.vertices.size(); i++) {
      var p = piece.vertices.get(i);
      xyz[3 * i] = p.x();
      xyz[3 * i + 1] = p.y();
      xyz[3 * i + 2] = p.z();
    }
    var stroke = path.stroke();
    if (stroke.startWidth() != stroke.endWidth() && length > 0) {
      double growth = (stroke.endWidth() - stroke.startWidth()) / length;
      stroke =
          new Stroke(
              stroke.startWidth() + growth * piece.from, stroke.startWidth() + growth * piece.to);
    }
    return new Path(
        List.of(new Segment.Polyline(xyz)),
        false,
        stroke,
        path.extrusion(),
        path.appearance(),
        path.source());
  }
}
