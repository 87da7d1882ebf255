package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Opening;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Openings where no gap fits: in a wall that is drawn through them, or between walls whose ends are
 * not ends of their own, as beside a crossing wall.
 */
final class ThroughWall {
  private static final double STEP_M = 0.01;

  /** Where between its ends an opening must have the wall about it still. */
  private static final double NEAR_END = 0.15;

  private static final double TILT = Math.tan(Math.toRadians(7));

  private final AreaLocator inside;
  private final boolean empty;
  private final double usualDepth;
  private final double thickest;

  /**
   * @param thickest the thickest wall, metres
   */
  ThroughWall(Geometry walls, List<Gap> gaps, double thickest) {
    this.thickest = thickest;
    inside = new AreaLocator(walls);
    empty = walls.isEmpty();
    var depths = gaps.stream().filter(Gap::facing).mapToDouble(Gap::depth).sorted().toArray();
    usualDepth = depths.length == 0 ? 0.12 : depths[depths.length / 2];
  }

  Optional<Hole> door(Swing swing) {
    var found = place(swing.hinge(), swing.closed(), thickest / 2);
    var chosen = swing;
    if (found.isEmpty() && !swing.sure()) {
      chosen = swing.turned();
      found = place(chosen.hinge(), chosen.closed(), thickest / 2);
    }
    var leaf = chosen;
    return found.map(
        place ->
            place.hole(
                Opening.Kind.DOOR, List.of(leaf), leaf.items(), "an arc at a wall drawn through"));
  }

  Optional<Hole> window(WindowStrip strip) {
    double dx = Math.cos(strip.angleRad()) * strip.width() / 2;
    double dy = Math.sin(strip.angleRad()) * strip.width() / 2;
    var from = new Coordinate(strip.center().x - dx, strip.center().y - dy);
    var to = new Coordinate(strip.center().x + dx, strip.center().y + dy);
    return place(from, to, Math.max(0.05, strip.depth() / 2))
        .map(
            place ->
                place.hole(
                    Opening.Kind.WINDOW,
                    List.of(),
                    strip.items(),
                    "window lines in a wall drawn through"));
  }

  /** A stretch of a wall's middle line. */
  private record Place(Coordinate from, Coordinate to, double depth, boolean bridge) {
    Hole hole(Opening.Kind kind, List<Swing> leaves, List<Integer> items, String reason) {
      var center = new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
      double angle = Math.atan2(to.y - from.y, to.x - from.x);
      double width = from.distance(to);
      Optional<Polygon> filled =
          bridge
              ? Optional.of(Polygons.rectangle(center, angle, width + 0.01, depth))
              : Optional.empty();
      return new Hole(
          kind, center, angle, width, depth, filled, leaves, 0, items, bridge ? 0.5 : 0.7, reason);
    }
  }

  private Optional<Place> place(Coordinate from, Coordinate to, double reach) {
    double width = from.distance(to);
    if (empty || width < 0.3) {
      return Optional.empty();
    }
    var middle = new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
    var normal = new Coordinate((from.y - to.y) / width, (to.x - from.x) / width);
    var span = span(middle, normal, reach);
    var before = span(from, normal, reach);
    var after = span(to, normal, reach);
    if (span != null && span[1] - span[0] <= thickest) {
      var first = span(between(from, to, NEAR_END), normal, reach);
      var last = span(between(to, from, NEAR_END), normal, reach);
      boolean along = goesOn(span, first) || goesOn(span, last);
      return along && !isTilted(span, first, last, (1 - 2 * NEAR_END) * width)
          ? Optional.of(place(from, to, normal, span, false))
          : Optional.empty();
    }
    if (span == null && before == null && after == null) {
      var outBefore = span(beyond(from, to, 0.06), normal, reach);
      var outAfter = span(beyond(to, from, 0.06), normal, reach);
      if (outBefore != null && outAfter != null) {
        return Optional.of(place(from, to, normal, narrower(outBefore, outAfter), true));
      }
    }
    return Optional.empty();
  }

  /** Whether a wall lies as far across there as here; one that crosses slantingly does not. */
  private static boolean goesOn(double[] here, double @org.jspecify.annotations.Nullable [] there) {
    return there != null
        && Math.min(here[1], there[1]) - Math.max(here[0], there[0]) >= (here[1] - here[0]) / 2;
  }

  /**
   * Whether a wall as thick at both ends runs at an angle to the line, as no opening lies in it.
   */
  private static boolean isTilted(
      double[] here,
      double @org.jspecify.annotations.Nullable [] first,
      double @org.jspecify.annotations.Nullable [] last,
      double apart) {
    if (first == null || last == null) {
      return false;
    }
    double thick = here[1] - here[0];
    boolean even =
        Math.abs(first[1] - first[0] - thick) < 0.2 * thick
            && Math.abs(last[1] - last[0] - thick) < 0.2 * thick;
    double off = (first[0] + first[1] - last[0] - last[1]) / 2;
    return even && Math.abs(off) > TILT * apart;
  }

  private static Coordinate between(Coordinate from, Coordinate to, double share) {
    return new Coordinate(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
  }

  /** The thinner of two stretches across, or the usual thickness where both are long. */
  private double[] narrower(double[] a, double[] b) {
    var thin = a[1] - a[0] < b[1] - b[0] ? a : b;
    return thin[1] - thin[0] <= thickest ? thin : new double[] {-usualDepth / 2, usualDepth / 2};
  }

  private static Coordinate beyond(Coordinate at, Coordinate from, double by) {
    double length = at.distance(from);
    return new Coordinate(
        at.x + (at.x - from.x) / length * by, at.y + (at.y - from.y) / length * by);
  }

  private static Place place(
      Coordinate from, Coordinate to, Coordinate normal, double[] span, boolean bridge) {
    double off = (span[0] + span[1]) / 2;
    return new Place(
        new Coordinate(from.x + normal.x * off, from.y + normal.y * off),
        new Coordinate(to.x + normal.x * off, to.y + normal.y * off),
        span[1] - span[0],
        bridge);
  }

  /** From where to where a wall lies across a line, metres along the normal; null where none is. */
  private double @org.jspecify.annotations.Nullable [] span(
      Coordinate at, Coordinate normal, double reach) {
    Double start = null;
    for (double d = 0; d <= reach && start == null; d += STEP_M) {
      if (isInside(at, normal, d)) {
        start = d;
      } else if (isInside(at, normal, -d)) {
        start = -d;
      }
    }
    if (start == null) {
      return null;
    }
    return new double[] {edge(at, normal, start, -STEP_M), edge(at, normal, start, STEP_M)};
  }

  private double edge(Coordinate at, Coordinate normal, double start, double step) {
    double d = start;
    while (Math.abs(d - start) <= 2 * thickest && isInside(at, normal, d + step)) {
      d += step;
    }
    double in = d;
    double out = d + step;
    for (int i = 0; i < 8; i++) {
      double half = (in + out) / 2;
      if (isInside(at, normal, half)) {
        in = half;
      } else {
        out = half;
      }
    }
    return (in + out) / 2;
  }

  private boolean isInside(Coordinate at, Coordinate normal, double by) {
    var p = new Coordinate(at.x + normal.x * by, at.y + normal.y * by);
    return inside.locate(p) == Location.INTERIOR;
  }
}
