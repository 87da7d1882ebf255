package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * The doors among what is drawn on paper: quarter circles, whether drawn as arcs, Bézier curves or
 * many short lines, with a leaf as long as their radius from the centre. One use, one thread.
 */
final class PaperSwings {
  private static final int MOST = 20_000;
  private static final double LEAST_RAD = Math.toRadians(75);
  private static final double MOST_RAD = Math.toRadians(100);

  /** A circle's points lie this share of the radius off it at most. */
  private static final double ROUND = 0.015;

  private static final double LEAF = 0.12;
  private static final int LEAST_POINTS = 5;
  private static final int SAMPLES = 8;

  private record Quarter(Coordinate center, double radius) {}

  private final List<Quarter> quarters = new ArrayList<>();

  void add(Path path) {
    if (quarters.size() >= MOST) {
      return;
    }
    for (var run : runs(path)) {
      quarter(run).ifPresent(quarters::add);
    }
  }

  /** Each row of curves as points along it, and each polyline of many vertices. */
  private static List<List<Coordinate>> runs(Path path) {
    var runs = new ArrayList<List<Coordinate>>();
    var curve = new ArrayList<Coordinate>();
    for (var segment : path.segments()) {
      if (segment instanceof Segment.Polyline line) {
        if (line.size() >= LEAST_POINTS && !path.closed()) {
          var points = new ArrayList<Coordinate>();
          for (int i = 0; i < line.size(); i++) {
            points.add(new Coordinate(line.vertex(i).x(), line.vertex(i).y()));
          }
          runs.add(points);
        }
        runs.add(List.copyOf(curve));
        curve.clear();
      } else {
        for (int i = curve.isEmpty() ? 0 : 1; i <= SAMPLES; i++) {
          curve.add(at(segment, i / (double) SAMPLES));
        }
      }
    }
    runs.add(curve);
    return runs;
  }

  private static Coordinate at(Segment segment, double t) {
    return switch (segment) {
      case Segment.EllipticArc arc -> {
        var p = arc.at(arc.startRad() + t * arc.sweepRad());
        yield new Coordinate(p.x(), p.y());
      }
      case Segment.CubicBezier curve -> {
        double s = 1 - t;
        var p =
            curve
                .p0()
                .times(s * s * s)
                .plus(curve.p1().times(3 * s * s * t))
                .plus(curve.p2().times(3 * s * t * t))
                .plus(curve.p3().times(t * t * t));
        yield new Coordinate(p.x(), p.y());
      }
      case Segment.Nurbs curve -> {
        double from = curve.startParameter();
        var p = curve.at(from + t * (curve.endParameter() - from));
        yield new Coordinate(p.x(), p.y());
      }
      case Segment.Polyline line ->
          new Coordinate(line.vertex(0).x(), line.vertex(0).y()); // lines are no part of curves
    };
  }

  private static Optional<Quarter> quarter(List<Coordinate> points) {
    if (points.size() < LEAST_POINTS) {
      return Optional.empty();
    }
    var a = points.getFirst();
    var b = points.get(points.size() / 2);
    var c = points.getLast();
    double twice = 2 * ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    if (Math.abs(twice) < 1e-9) {
      return Optional.empty();
    }
    double bb = square(b.x - a.x) + square(b.y - a.y);
    double cc = square(c.x - a.x) + square(c.y - a.y);
    double x = a.x + ((c.y - a.y) * bb - (b.y - a.y) * cc) / twice;
    double y = a.y + ((b.x - a.x) * cc - (c.x - a.x) * bb) / twice;
    var center = new Coordinate(x, y);
    double radius = center.distance(a);
    double sweep = 2 * Math.asin(Math.min(1, a.distance(c) / 2 / radius));
    boolean round =
        points.stream().allMatch(p -> Math.abs(p.distance(center) - radius) < ROUND * radius);
    // Of the two arcs between the ends it is the shorter one if its middle is on their side.
    boolean shorter = b.distance(a) < 1.01 * a.distance(c) && b.distance(c) < 1.01 * a.distance(c);
    return round && shorter && sweep > LEAST_RAD && sweep < MOST_RAD
        ? Optional.of(new Quarter(center, radius))
        : Optional.empty();
  }

  private static double square(double x) {
    return x * x;
  }

  /** Whether there is no quarter circle at all. */
  boolean isEmpty() {
    return quarters.isEmpty();
  }

  /** Of those with a leaf, ascending, source units. */
  double[] radii(LineIndex lines) {
    return quarters.stream()
        .filter(quarter -> hasLeaf(quarter, lines))
        .mapToDouble(Quarter::radius)
        .sorted()
        .toArray();
  }

  private static boolean hasLeaf(Quarter quarter, LineIndex lines) {
    double reach = LEAF * quarter.radius();
    return lines.near(quarter.center(), reach).stream()
        .anyMatch(
            line -> isLeaf(quarter, line.a(), line.b()) || isLeaf(quarter, line.b(), line.a()));
  }

  private static boolean isLeaf(Quarter quarter, Coordinate hinge, Coordinate end) {
    double reach = LEAF * quarter.radius();
    return hinge.distance(quarter.center()) < reach
        && Math.abs(end.distance(quarter.center()) - quarter.radius()) < reach;
  }
}
