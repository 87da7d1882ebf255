package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Chooses the lines and fills that may be walls: those on layers named after walls where there are
 * enough of them, all of unknown meaning else, without what is plainly something else.
 */
record Candidates(List<LineWork.Line> lines, List<Polygon> fills, boolean named) {
  /** A building has more wall than this. */
  private static final double ENOUGH_M = 6;

  /** From here on an arc is a circle: a table, a tree, a mark, but no wall unless it says so. */
  private static final double FULL_RAD = Math.toRadians(355);

  private static final double AXIS_TOUCH = 0.06;

  static Candidates of(
      LineWork work, LineIndex index, Collection<Swing> swings, Collection<WindowStrip> strips) {
    var not = new HashSet<Integer>();
    swings.forEach(swing -> not.addAll(swing.items()));
    strips.forEach(
        strip ->
            strip.items().stream().filter(i -> work.use(i) != LineWork.Use.WALL).forEach(not::add));
    not.addAll(axes(work, index));
    work.arcs().stream()
        .filter(
            arc -> Math.abs(arc.sweepRad()) > FULL_RAD && work.use(arc.item()) != LineWork.Use.WALL)
        .forEach(arc -> not.add(arc.item()));
    var named = with(work, not, Set.of(LineWork.Use.WALL));
    return named.extent() >= ENOUGH_M
        ? named
        : with(work, not, Set.of(LineWork.Use.WALL, LineWork.Use.FREE));
  }

  private static Candidates with(LineWork work, Set<Integer> not, Set<LineWork.Use> uses) {
    var lines = new ArrayList<LineWork.Line>();
    for (var line : work.lines()) {
      if (uses.contains(work.use(line.item())) && !not.contains(line.item())) {
        lines.add(line);
      }
    }
    var fills = new ArrayList<Polygon>();
    for (var area : work.areas()) {
      if (uses.contains(work.use(area.item()))) {
        fills.add(area.polygon());
      }
    }
    return new Candidates(lines, fills, !uses.contains(LineWork.Use.FREE));
  }

  private double extent() {
    return lines.stream().mapToDouble(LineWork.Line::length).sum()
        + fills.stream().mapToDouble(Polygon::getLength).sum();
  }

  /** Axes of a grid: lines that run straight out of a circle. */
  private static Set<Integer> axes(LineWork work, LineIndex index) {
    var axes = new HashSet<Integer>();
    for (var arc : work.arcs()) {
      if (Math.abs(arc.sweepRad()) > FULL_RAD) {
        for (var line : index.near(arc.center(), arc.radius() * (1 + AXIS_TOUCH))) {
          if (line.length() > 4 * arc.radius()
              && (leaves(arc, line.a(), line.b()) || leaves(arc, line.b(), line.a()))) {
            axes.add(line.item());
          }
        }
      }
    }
    return axes;
  }

  /** Whether a line from {@code end} on a circle runs away from its centre. */
  private static boolean leaves(LineWork.Arc circle, Coordinate end, Coordinate other) {
    double distance = end.distance(circle.center());
    if (Math.abs(distance - circle.radius()) > AXIS_TOUCH * circle.radius()) {
      return false;
    }
    return Math.abs(other.distance(circle.center()) - distance - end.distance(other))
        < 0.01 * circle.radius();
  }
}
