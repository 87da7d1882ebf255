package dev.planlift.core.dxf.acis;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The edges of a file as points along them. */
final class Edges {
  private static final double FULL_TURN = 2 * Math.PI;

  /** Round edges are drawn by as many pieces in a full turn. */
  static final int PIECES = 48;

  /** Points along one edge, in its loop's direction; how it runs between them. */
  record Run(List<Vec3> points, Kind kind) {}

  /** What sort of curve. */
  enum Kind {
    STRAIGHT,
    ROUND,
    /** Any other curve: only its ends are known. */
    UNKNOWN
  }

  private final AcisFile file;
  private long met;

  Edges(AcisFile file) {
    this.file = file;
  }

  /** How many edges of loops have been met so far, an edge as often as it was met. */
  long met() {
    return met;
  }

  /** The runs of a loop, one after the other, each beginning where the one before it ends. */
  List<Run> loop(AcisRecord loop) {
    var first = file.target(loop, "coedge");
    var runs = new ArrayList<Run>();
    if (first.isPresent()) {
      var coedges = file.chain(first.get(), "coedge");
      met += coedges.size();
      for (var coedge : coedges) {
        file.target(coedge, "edge")
            .flatMap(edge -> run(edge, coedge.isReversed()))
            .ifPresent(runs::add);
      }
    }
    return runs;
  }

  /** An edge from end to end; empty where it has no ends. */
  Optional<Run> run(AcisRecord edge, boolean backwards) {
    var start = point(edge, 0);
    var end = point(edge, 1).or(() -> start);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    var curve = file.target(edge, "curve");
    var points = new ArrayList<Vec3>();
    var kind = Kind.STRAIGHT;
    if (curve.isPresent() && curve.get().is("ellipse-curve")) {
      ellipse(Geometry.of(curve.get()), start.get(), end.get(), edge.isReversed(), points);
      kind = Kind.ROUND;
    } else {
      points.add(start.get());
      points.add(end.get());
      boolean straight = curve.isEmpty() || curve.get().is("straight-curve");
      kind = straight ? Kind.STRAIGHT : Kind.UNKNOWN;
    }
    return Optional.of(new Run(backwards ? points.reversed() : points, kind));
  }

  private Optional<Vec3> point(AcisRecord edge, int which) {
    return file.target(edge, "vertex", which)
        .flatMap(vertex -> file.target(vertex, "point"))
        .map(point -> Geometry.of(point).vector(0));
  }

  /** Centre, normal, major axis, ratio; the parameter runs about the normal from the major axis. */
  private static void ellipse(
      Geometry curve, Vec3 start, Vec3 end, boolean reversed, List<Vec3> points) {
    var center = curve.vector(0);
    var u = curve.vector(6);
    var v = curve.vector(3).normalized().cross(u).times(curve.number(9));
    double from = parameter(start.minus(center), u, v);
    double sweep = parameter(end.minus(center), u, v) - from;
    boolean whole = start.distance(end) <= 1e-9 * u.length();
    if (reversed) {
      sweep = whole ? -FULL_TURN : sweep >= 0 ? sweep - FULL_TURN : sweep;
    } else {
      sweep = whole ? FULL_TURN : sweep <= 0 ? sweep + FULL_TURN : sweep;
    }
    int pieces = Math.max(1, (int) Math.ceil(Math.abs(sweep) / FULL_TURN * PIECES - 1e-9));
    points.add(start);
    for (int i = 1; i < pieces; i++) {
      double t = from + sweep * i / pieces;
      points.add(center.plus(u.times(Math.cos(t))).plus(v.times(Math.sin(t))));
    }
    points.add(end);
  }

  private static double parameter(Vec3 d, Vec3 u, Vec3 v) {
    double uu = u.dot(u);
    double vv = v.dot(v);
    return uu == 0 || vv == 0 ? 0 : Math.atan2(d.dot(v) / vv, d.dot(u) / uu);
  }
}
