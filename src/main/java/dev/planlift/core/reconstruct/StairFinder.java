package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Finds stairs: straight flights and what joins them, spirals. What draws them is no wall and no
 * window.
 *
 * @param stairs as they go up
 * @param lines that draw them
 */
record StairFinder(List<FoundStair> stairs, Set<LineWork.Line> lines) {
  /** Lines this far within a flight are the flight's own. */
  private static final double WITHIN_M = 0.04;

  private static final double BESIDE_M = 4;

  static StairFinder of(LineWork work, LineIndex index) {
    var names = new StairNames(work);
    var lines = work.lines().stream().filter(line -> names.mayBeStair(line.item())).toList();
    var flights = new FlightFinder(lines, new FlightEvidence(work, index, names)).find();
    var stairs = new ArrayList<>(new StairLinks(flights, index).stairs());
    var spirals = new SpiralFinder(work, lines, names).find();
    stairs.addAll(spirals);
    var drawing = new HashSet<LineWork.Line>();
    flights.forEach(flight -> drawing.addAll(flight.lines()));
    flights.forEach(flight -> within(flight.area(), index, drawing));
    spirals.forEach(spiral -> within(spiral.area(), index, drawing));
    var whole = whole(work, drawing);
    return new StairFinder(
        stairs.stream().map(stair -> stair.with(near(stair, drawing, whole))).toList(), drawing);
  }

  /** Items that draw nothing else. */
  private static Set<Integer> whole(LineWork work, Set<LineWork.Line> drawing) {
    var items = new HashSet<Integer>();
    drawing.forEach(line -> items.add(line.item()));
    for (var line : work.lines()) {
      if (items.contains(line.item()) && !drawing.contains(line)) {
        items.remove(line.item());
      }
    }
    return items;
  }

  private static Set<Integer> near(
      FoundStair stair, Set<LineWork.Line> drawing, Set<Integer> whole) {
    var box = new Envelope(stair.area().getEnvelopeInternal());
    box.expandBy(WITHIN_M);
    var items = new HashSet<Integer>();
    for (var line : drawing) {
      if (whole.contains(line.item()) && box.contains(line.middle())) {
        items.add(line.item());
      }
    }
    return items;
  }

  /** Those in the building or at its doors; on a sheet there may be others. */
  List<FoundStair> about(Storey storey) {
    if (storey.walls().isEmpty()) {
      return List.of();
    }
    var near = new Envelope(storey.walls().getEnvelopeInternal());
    near.expandBy(BESIDE_M);
    return stairs.stream().filter(s -> near.covers(s.area().getEnvelopeInternal())).toList();
  }

  /** Break lines, arrows, nosings: whatever lies inside and not along the rim. */
  private static void within(Geometry area, LineIndex index, Set<LineWork.Line> drawing) {
    var inner = Polygons.grown(area, -WITHIN_M);
    var prepared = PreparedGeometryFactory.prepare(inner);
    for (var line : index.in(area.getEnvelopeInternal())) {
      var drawn = Polygons.FACTORY.createLineString(new Coordinate[] {line.a(), line.b()});
      if (prepared.covers(drawn)
          || (prepared.intersects(drawn)
              && inner.intersection(drawn).getLength() > 0.7 * line.length())) {
        drawing.add(line);
      }
    }
  }
}
