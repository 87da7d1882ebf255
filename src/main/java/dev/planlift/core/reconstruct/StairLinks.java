package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * Joins flights by landings: one after the other, round a corner, or side by side with a turn
 * between them; and puts them in the order in which they are climbed.
 */
final class StairLinks {
  /** A landing is not longer than this. */
  private static final double MAX_LANDING_M = 2.2;

  private static final double MIN_LANDING_M = 0.4;

  /** Between flights side by side. */
  private static final double MAX_WELL_M = 0.8;

  private static final double ALIGNED = 0.1;

  private final List<Flight> flights;
  private final LineIndex index;
  private final List<Link> links = new ArrayList<>();

  /** A landing between two flights' ends. */
  private record Link(int a, boolean aLast, int b, boolean bLast, Polygon landing) {
    boolean joins(int flight, boolean last) {
      return (a == flight && aLast == last) || (b == flight && bLast == last);
    }
  }

  /** A flight as it is walked. */
  private record Walked(int flight, boolean forth) {}

  StairLinks(List<Flight> flights, LineIndex index) {
    this.flights = flights;
    this.index = index;
  }

  List<FoundStair> stairs() {
    for (int a = 0; a < flights.size(); a++) {
      for (int b = a + 1; b < flights.size(); b++) {
        link(a, b);
      }
    }
    var stairs = new ArrayList<FoundStair>();
    var done = new HashSet<Integer>();
    for (int i = 0; i < flights.size(); i++) {
      if (!done.contains(i)) {
        var way = way(i);
        way.forEach(walked -> done.add(walked.flight));
        stairs.add(stair(way));
      }
    }
    return stairs;
  }

  private void link(int a, int b) {
    Optional<Link> best = Optional.empty();
    for (boolean aLast : new boolean[] {true, false}) {
      for (boolean bLast : new boolean[] {true, false}) {
        boolean free =
            links.stream().noneMatch(link -> link.joins(a, aLast) || link.joins(b, bLast));
        var landing =
            free
                ? landing(flights.get(a), aLast, flights.get(b), bLast)
                : Optional.<Polygon>empty();
        if (landing.isPresent()) {
          var link = new Link(a, aLast, b, bLast, landing.get());
          best = best.filter(other -> cost(other) <= cost(link)).or(() -> Optional.of(link));
        }
      }
    }
    best.ifPresent(links::add);
  }

  /** Small landings first, and before all others those on which the walking line turns. */
  private double cost(Link link) {
    var a = flights.get(link.a);
    var b = flights.get(link.b);
    boolean walked =
        index.in(link.landing.getEnvelopeInternal()).stream()
            .anyMatch(
                line ->
                    (leadsTo(line.a(), a, link.aLast) && leadsTo(line.b(), b, link.bLast))
                        || (leadsTo(line.b(), a, link.aLast) && leadsTo(line.a(), b, link.bLast)));
    return link.landing.getArea() - (walked ? 100 : 0);
  }

  /** Whether a point lies before the middle of a flight's end. */
  private static boolean leadsTo(Coordinate p, Flight flight, boolean last) {
    var place = flight.place(p);
    double beyond = last ? place.y - flight.length() : -place.y;
    double middle = place.x / flight.width();
    return beyond > -0.02 && beyond < MAX_LANDING_M && middle > 0.25 && middle < 0.75;
  }

  /** In one flight's frame: beyond its end, the other's end must border the landing. */
  private Optional<Polygon> landing(Flight one, boolean last, Flight other, boolean otherLast) {
    double out = last ? 1 : -1;
    double edge = last ? one.length() : 0;
    var p = one.place(other.at(0, otherLast ? other.length() : 0));
    var q = one.place(other.at(other.width(), otherLast ? other.length() : 0));
    var r = one.place(other.end(!otherLast));
    var end = one.place(other.end(otherLast));
    double beyond = out * (end.y - edge);
    boolean parallel = Math.abs(p.y - q.y) < ALIGNED;
    boolean across = Math.abs(p.x - q.x) < ALIGNED;
    double left = Math.min(p.x, q.x);
    double right = Math.max(p.x, q.x);
    double common = Math.min(right, one.width()) - Math.max(left, 0);
    if (parallel && common > 0.6 * one.width() && out * (r.y - end.y) > 0) {
      return beyond < MIN_LANDING_M || beyond > MAX_LANDING_M
          ? Optional.empty()
          : Optional.of(one.rectangle(0, edge, one.width(), end.y));
    }
    if (parallel && out * (end.y - r.y) > 0 && Math.abs(beyond) < MAX_LANDING_M / 2) {
      double gap = Math.max(left - one.width(), -right);
      return gap < -0.1 || gap > MAX_WELL_M
          ? Optional.empty()
          : turn(one, out, edge, end.y, Math.min(left, 0), right);
    }
    if (across && common < 0.3 * one.width()) {
      double from = out > 0 ? Math.min(p.y, q.y) - edge : edge - Math.max(p.y, q.y);
      double to = out > 0 ? Math.max(p.y, q.y) - edge : edge - Math.min(p.y, q.y);
      double side = end.x > one.width() / 2 ? end.x - one.width() : -end.x;
      boolean away = (end.x > one.width() / 2) == (r.x > end.x);
      boolean fits = from > -0.15 && from < 0.4 && to > 0.5 && to < MAX_LANDING_M;
      if (fits && away && side > -0.15 && side < 0.4) {
        double x0 = Math.min(0, end.x);
        double x1 = Math.max(one.width(), end.x);
        return Optional.of(one.rectangle(x0, edge, x1, edge + out * to));
      }
    }
    return Optional.empty();
  }

  /**
   * As deep as to the next line beyond both flights, as a flight's width where there is none; no
   * landing before a wall.
   */
  private Optional<Polygon> turn(
      Flight one, double out, double edge, double otherEdge, double x0, double x1) {
    double start = out > 0 ? Math.max(edge, otherEdge) : Math.min(edge, otherEdge);
    double right = Math.max(x1, one.width());
    double depth = one.width();
    double nearest = MAX_LANDING_M;
    var box = new Envelope(one.at(x0, start), one.at(right, start + out * MAX_LANDING_M));
    for (var line : index.in(box)) {
      var a = one.place(line.a());
      var b = one.place(line.b());
      double beyond = out * ((a.y + b.y) / 2 - start);
      double common = Math.min(Math.max(a.x, b.x), right) - Math.max(Math.min(a.x, b.x), x0);
      boolean level = Math.abs(a.y - b.y) < 0.03 * Math.abs(a.x - b.x);
      if (level && common > 0.7 * one.width() && beyond > 0.05 && beyond < MIN_LANDING_M) {
        return Optional.empty();
      }
      if (level && common > 0.3 * one.width() && beyond > MIN_LANDING_M && beyond < nearest) {
        nearest = beyond;
        depth = beyond;
      }
    }
    return Optional.of(one.rectangle(x0, start, right, start + out * depth));
  }

  /** The flights joined to one, from one end to the other. */
  private List<Walked> way(int flight) {
    var seen = new LinkedHashSet<Integer>(Set.of(flight));
    int at = flight;
    boolean end = false;
    for (var link = from(at, end); link.isPresent(); link = from(at, end)) {
      var next = other(link.get(), at, end);
      if (!seen.add(next.flight)) {
        break;
      }
      at = next.flight;
      end = !next.forth;
    }
    var way = new ArrayList<>(List.of(new Walked(at, !end)));
    var walked = new HashSet<>(Set.of(at));
    boolean far = !end;
    for (var link = from(at, far); link.isPresent(); link = from(at, far)) {
      var next = other(link.get(), at, far);
      if (!walked.add(next.flight)) {
        break;
      }
      at = next.flight;
      far = !next.forth;
      way.add(new Walked(at, far));
    }
    return way;
  }

  private Optional<Link> from(int flight, boolean last) {
    return links.stream().filter(link -> link.joins(flight, last)).findFirst();
  }

  /** The flight beyond a link, and by which of its ends it is met. */
  private static Walked other(Link link, int flight, boolean last) {
    return link.a == flight && link.aLast == last
        ? new Walked(link.b, link.bLast)
        : new Walked(link.a, link.aLast);
  }

  private FoundStair stair(List<Walked> way) {
    int ascent = 0;
    for (var walked : way) {
      ascent += flights.get(walked.flight).ascent() * (walked.forth ? 1 : -1);
    }
    var treads = new ArrayList<Polygon>();
    var items = new HashSet<Integer>();
    double confidence = 1;
    for (int i = 0; i < way.size(); i++) {
      var walked = way.get(i);
      var flight = flights.get(walked.flight);
      if (i > 0) {
        from(walked.flight, !walked.forth).ifPresent(link -> treads.add(link.landing));
      }
      var own = flight.treads();
      treads.addAll(walked.forth ? own : own.reversed());
      items.addAll(flight.items());
      confidence = Math.min(confidence, flight.confidence());
    }
    return new FoundStair(
        ascent < 0 ? treads.reversed() : treads,
        items,
        confidence,
        flights.get(way.getFirst().flight).reason());
  }
}
