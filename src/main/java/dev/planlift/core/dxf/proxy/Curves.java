package dev.planlift.core.dxf.proxy;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.Bulge;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** The commands that draw lines. All coordinates are the world's. */
final class Curves {
  private static final double FULL_TURN = 2 * Math.PI;

  private final Pen pen;
  private final SourceRef source;

  Curves(Pen pen, SourceRef source) {
    this.pen = pen;
    this.source = source;
  }

  List<DrawingItem> circle(ByteCursor in) {
    var center = in.point();
    double radius = in.number();
    var ocs = Ocs.of(in.point());
    var u = ocs.x().times(radius);
    return round(new Segment.EllipticArc(center, u, ocs.y().times(radius), 0, FULL_TURN), ocs.z());
  }

  List<DrawingItem> circleThroughThree(ByteCursor in) {
    return throughThree(in.point(), in.point(), in.point(), true);
  }

  List<DrawingItem> arcThroughThree(ByteCursor in) {
    return throughThree(in.point(), in.point(), in.point(), false);
  }

  List<DrawingItem> arc(ByteCursor in) {
    var center = in.point();
    double radius = in.number();
    var normal = in.point().normalized();
    var start = in.point().normalized();
    double sweep = Math.clamp(in.number(), -FULL_TURN, FULL_TURN);
    var u = start.times(radius);
    return round(new Segment.EllipticArc(center, u, normal.cross(u), 0, sweep), normal);
  }

  List<DrawingItem> ellipticArc(ByteCursor in) {
    var center = in.point();
    var ocs = Ocs.of(in.point());
    double major = in.number();
    double minor = in.number();
    double start = in.number();
    double sweep = (in.number() - start) % FULL_TURN;
    double angle = in.number();
    var u = ocs.x().times(Math.cos(angle)).plus(ocs.y().times(Math.sin(angle)));
    var v = ocs.z().cross(u);
    return round(
        new Segment.EllipticArc(
            center, u.times(major), v.times(minor), start, sweep <= 0 ? sweep + FULL_TURN : sweep),
        ocs.z());
  }

  /** The circle's centre is where the perpendicular bisectors of two chords meet. */
  private List<DrawingItem> throughThree(Vec3 a, Vec3 b, Vec3 c, boolean whole) {
    var ab = b.minus(a);
    var ac = c.minus(a);
    var normal = ab.cross(ac);
    double square = normal.dot(normal);
    if (square == 0) {
      return path(List.of(Segment.Polyline.between(a, c)), false, Vec3.Z);
    }
    var toCenter =
        normal
            .cross(ab)
            .times(ac.dot(ac))
            .plus(ac.cross(normal).times(ab.dot(ab)))
            .times(1 / (2 * square));
    var center = a.plus(toCenter);
    var u = a.minus(center);
    var v = normal.normalized().cross(u);
    var end = c.minus(center);
    double sweep = Math.atan2(end.dot(v), end.dot(u));
    return round(
        new Segment.EllipticArc(
            center, u, v, 0, whole ? FULL_TURN : sweep <= 0 ? sweep + FULL_TURN : sweep),
        normal);
  }

  List<DrawingItem> polyline(ByteCursor in, boolean withNormal) {
    var xyz = in.points(in.count(24));
    return xyz.length < 6
        ? List.of()
        : path(List.of(new Segment.Polyline(xyz)), false, withNormal ? in.point() : Vec3.Z);
  }

  List<DrawingItem> polygon(ByteCursor in) {
    var xyz = in.points(in.count(24));
    if (xyz.length < 6) {
      return List.of();
    }
    List<Segment> ring = List.of(new Segment.Polyline(xyz));
    return pen.fill && xyz.length > 6 ? filled(ring, Vec3.Z) : path(ring, true, Vec3.Z);
  }

  /** LWPOLYLINE in the bit codes of DWG. Open Design Specification, “LWPLINE”. */
  List<DrawingItem> bulged(BitCursor in) {
    in.rawLong(); // how many bytes follow
    int flags = in.bitShort();
    double width = (flags & 4) != 0 ? in.bitDouble() : 0;
    double elevation = (flags & 8) != 0 ? in.bitDouble() : 0;
    double thickness = (flags & 2) != 0 ? in.bitDouble() : 0;
    var ocs = (flags & 1) != 0 ? Ocs.of(bitPoint(in)) : Ocs.WORLD;
    int points = in.count();
    int bulges = (flags & 16) != 0 ? in.count() : 0;
    if ((flags & 1024) != 0) {
      in.count(); // vertex identifiers
    }
    if ((flags & 32) != 0) {
      in.count(); // widths of their own, which stand behind the bulges
    }
    if (points < 2) {
      return List.of();
    }
    var x = new double[points];
    var y = new double[points];
    x[0] = in.rawDouble();
    y[0] = in.rawDouble();
    for (int i = 1; i < points; i++) {
      x[i] = in.near(x[i - 1]);
      y[i] = in.near(y[i - 1]);
    }
    var bulge = new double[points];
    for (int i = 0; i < Math.min(points, bulges); i++) {
      bulge[i] = in.bitDouble();
    }
    boolean closed = (flags & 512) != 0;
    var segments = segments(x, y, bulge, closed, elevation, ocs);
    if (segments.isEmpty() || in.isDamaged()) {
      return List.of();
    }
    var extrusion = thickness == 0 ? pen.extrusion(ocs.z()) : ocs.z().times(thickness);
    var stroke = width > 0 ? new Stroke(width, width) : Stroke.THIN;
    return List.of(new Path(segments, closed, stroke, extrusion, pen.appearance(), source));
  }

  private static Vec3 bitPoint(BitCursor in) {
    double x = in.bitDouble();
    double y = in.bitDouble();
    return new Vec3(x, y, in.bitDouble());
  }

  private static List<Segment> segments(
      double[] x, double[] y, double[] bulge, boolean closed, double elevation, Ocs ocs) {
    var segments = new ArrayList<Segment>();
    for (int i = 0; i < (closed ? x.length : x.length - 1); i++) {
      int next = (i + 1) % x.length;
      if (x[i] == x[next] && y[i] == y[next]) {
        continue;
      }
      segments.add(
          Math.abs(bulge[i]) > Bulge.FLAT
              ? Bulge.arc(x[i], y[i], x[next], y[next], bulge[i], elevation, ocs)
              : Segment.Polyline.between(
                  ocs.toWorld(x[i], y[i], elevation), ocs.toWorld(x[next], y[next], elevation)));
    }
    return segments;
  }

  /** An arc, or the area in it where the pen fills and it runs full round. */
  private List<DrawingItem> round(Segment.EllipticArc arc, Vec3 normal) {
    boolean whole = Math.abs(arc.sweepRad()) >= FULL_TURN;
    return pen.fill && whole ? filled(List.of(arc), normal) : path(List.of(arc), whole, normal);
  }

  private List<DrawingItem> path(List<Segment> segments, boolean closed, Vec3 normal) {
    return List.of(
        new Path(segments, closed, Stroke.THIN, pen.extrusion(normal), pen.appearance(), source));
  }

  private List<DrawingItem> filled(List<Segment> ring, Vec3 normal) {
    return List.of(
        new FilledRegion(
            List.of(ring),
            new FilledRegion.Fill.Solid(),
            pen.extrusion(normal),
            pen.appearance(),
            source));
  }
}
