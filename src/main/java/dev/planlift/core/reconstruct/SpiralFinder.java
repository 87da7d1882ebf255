package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Finds spiral stairs: risers that run to one centre, at equal angles, out to one radius. */
final class SpiralFinder {
  private static final double MIN_RADIUS_M = 0.55;
  private static final double MAX_RADIUS_M = 2.6;
  private static final double MIN_STEP_RAD = Math.toRadians(9);
  private static final double MAX_STEP_RAD = Math.toRadians(37);
  private static final double MIN_SWEEP_RAD = Math.toRadians(50);

  /** Risers of spiral stairs may touch the newel instead of pointing to its middle. */
  private static final double OFF_CENTRE_M = 0.08;

  private static final double ON_RIM = 0.06;
  private static final int FEWEST = 5;

  private final LineWork work;
  private final LineIndex index;
  private final StairNames names;

  SpiralFinder(LineWork work, List<LineWork.Line> lines, StairNames names) {
    this.work = work;
    this.index = new LineIndex(lines);
    this.names = names;
  }

  private record Riser(double angleRad, double inner, LineWork.Line line) {}

  List<FoundStair> find() {
    var found = new ArrayList<FoundStair>();
    var centers = new ArrayList<Coordinate>();
    for (var arc : work.arcs()) {
      boolean rim =
          arc.radius() >= MIN_RADIUS_M
              && arc.radius() <= MAX_RADIUS_M
              && Math.abs(arc.sweepRad()) >= MIN_SWEEP_RAD
              && names.mayBeStair(arc.item());
      if (rim && centers.stream().noneMatch(c -> c.distance(arc.center()) < 0.2)) {
        var spiral = around(arc);
        if (spiral.isPresent()) {
          centers.add(arc.center());
          found.add(spiral.get());
        }
      }
    }
    return found;
  }

  private Optional<FoundStair> around(LineWork.Arc rim) {
    var risers = new ArrayList<Riser>();
    for (var line : index.near(rim.center(), rim.radius())) {
      riser(rim, line).ifPresent(risers::add);
    }
    risers.sort(Comparator.comparingDouble(Riser::angleRad));
    var run = longestRun(risers);
    boolean named = run.stream().anyMatch(riser -> names.isStair(riser.line.item()));
    boolean inSymbol = run.stream().anyMatch(riser -> names.isInOtherSymbol(riser.line.item()));
    if (run.size() < FEWEST || (inSymbol && !named) || (!named && run.size() < FEWEST + 1)) {
      return Optional.empty();
    }
    var treads = new ArrayList<Polygon>();
    var items = new HashSet<Integer>();
    for (int i = 0; i < run.size(); i++) {
      items.add(run.get(i).line.item());
      if (i > 0) {
        treads.add(tread(rim, run.get(i - 1), run.get(i)));
      }
    }
    return Optional.of(
        new FoundStair(treads, items, named ? 0.9 : 0.75, "risers about one centre"));
  }

  private static Optional<Riser> riser(LineWork.Arc rim, LineWork.Line line) {
    var center = rim.center();
    boolean outward = line.a().distance(center) < line.b().distance(center);
    var inner = outward ? line.a() : line.b();
    var outer = outward ? line.b() : line.a();
    double radius = outer.distance(center);
    var u = line.direction();
    double off = Math.abs((center.x - inner.x) * u.y - (center.y - inner.y) * u.x);
    boolean fits =
        Math.abs(radius - rim.radius()) < ON_RIM * rim.radius()
            && off < OFF_CENTRE_M
            && line.length() > 0.4 * rim.radius();
    return fits
        ? Optional.of(
            new Riser(
                Math.atan2(outer.y - center.y, outer.x - center.x),
                Math.max(0.02, inner.distance(center)),
                line))
        : Optional.empty();
  }

  /** The most risers one after the other at equal angles; they may pass from π to −π. */
  private static List<Riser> longestRun(List<Riser> risers) {
    var best = new ArrayList<Riser>();
    int n = risers.size();
    for (int start = 0; start < n; start++) {
      var run = new ArrayList<>(List.of(risers.get(start)));
      double step = 0;
      for (int k = 1; k < n; k++) {
        double gap =
            (risers.get((start + k) % n).angleRad - run.getLast().angleRad + 4 * Math.PI)
                % (2 * Math.PI);
        if (gap < Math.toRadians(1)) {
          continue;
        }
        boolean equal = step == 0 || Math.abs(gap - step) < 0.25 * step;
        if (gap < MIN_STEP_RAD || gap > MAX_STEP_RAD || !equal) {
          break;
        }
        step = gap;
        run.add(risers.get((start + k) % n));
      }
      if (run.size() > best.size()) {
        best = run;
      }
    }
    return best;
  }

  private static Polygon tread(LineWork.Arc rim, Riser from, Riser to) {
    double sweep = (to.angleRad - from.angleRad + 4 * Math.PI) % (2 * Math.PI);
    double middle = from.angleRad + sweep / 2;
    double inner = Math.max(from.inner, to.inner);
    var ring =
        new Coordinate[] {
          on(rim, from.angleRad, inner),
          on(rim, from.angleRad, rim.radius()),
          on(rim, middle, rim.radius()),
          on(rim, from.angleRad + sweep, rim.radius()),
          on(rim, from.angleRad + sweep, inner),
          on(rim, from.angleRad, inner)
        };
    return Polygons.FACTORY.createPolygon(ring);
  }

  private static Coordinate on(LineWork.Arc rim, double angleRad, double radius) {
    return new Coordinate(
        rim.center().x + Math.cos(angleRad) * radius, rim.center().y + Math.sin(angleRad) * radius);
  }
}
