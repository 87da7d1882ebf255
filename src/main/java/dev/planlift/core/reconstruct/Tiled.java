package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * Floors of tiles that a page gives as their lines: lines that cross others square and evenly,
 * which are crossed in the same way. They are neither treads nor panes, and no longer looked at;
 * walls and what stands on tiles end lines, or cross them unevenly.
 */
final class Tiled {
  private static final double LEAST_M = 0.08;
  private static final double MOST_M = 0.75;
  private static final double SQUARE = Math.sin(Math.toRadians(1));

  /** Lines that end so near to another do not cross it. */
  private static final double INSIDE_M = 0.01;

  private static final double EVEN_M = 0.004;
  private static final int FEWEST = 3;

  /** So much of what a line crosses is tiles, where it is one's edge. */
  private static final double MOSTLY = 0.4;

  /** More are looked at nowhere. */
  private static final int MOST_CROSSINGS = 200;

  private record Crossing(LineWork.Line line, double at) {}

  private final LineIndex index;
  private final Set<LineWork.Line> tiles = new HashSet<>();

  private Tiled(List<LineWork.Line> lines) {
    index = new LineIndex(lines);
  }

  /** The line work without tiles of a page; all else as it is. */
  static LineWork without(LineWork work) {
    var lines =
        work.lines().stream()
            .filter(line -> work.mayBeWall(line.item()) && work.isPlotted(line.item()))
            .toList();
    var tiled = new Tiled(lines);
    long lookedAt = 0;
    for (var line : lines) {
      var crossings = tiled.crossings(line);
      lookedAt += crossings.size();
      if (lookedAt > Density.pairs(lines.size())) {
        return work; // denser than any plan
      }
      tiled.add(line, crossings);
    }
    return tiled.tiles.isEmpty()
        ? work
        : work.with(
            work.lines().stream().filter(line -> !tiled.tiles.contains(line)).toList(),
            work.areas());
  }

  private void add(LineWork.Line line, List<Crossing> crossings) {
    var even = evenly(crossings);
    if (even.size() < FEWEST || even.size() < MOSTLY * crossings.size()) {
      return;
    }
    var edges =
        even.stream()
            .map(Crossing::line)
            .filter(other -> evenly(crossings(other)).size() >= FEWEST - 1)
            .toList();
    if (edges.size() >= FEWEST) {
      tiles.add(line);
      tiles.addAll(edges);
    }
  }

  /** What crosses a line square, in the order along it. */
  private List<Crossing> crossings(LineWork.Line line) {
    var found = new ArrayList<Crossing>();
    var one = Stretch.of(line);
    var u = one.direction();
    for (var other : index.in(new Envelope(line.a(), line.b()))) {
      var v = other.direction();
      if (Math.abs(u.x * v.x + u.y * v.y) < SQUARE && found.size() < MOST_CROSSINGS) {
        var two = Stretch.of(other);
        double at = one.along(other.a());
        double on = two.along(line.a());
        if (isInside(at, one) && isInside(on, two)) {
          found.add(new Crossing(other, at));
        }
      }
    }
    found.sort(Comparator.comparingDouble(Crossing::at));
    return found;
  }

  private static boolean isInside(double along, Stretch line) {
    return along > INSIDE_M && along < line.length() - INSIDE_M;
  }

  /** The most of them that follow each other at one distance; a pair is even by itself. */
  private static List<Crossing> evenly(List<Crossing> crossings) {
    List<Crossing> best = List.of();
    for (int i = 0; i < crossings.size(); i++) {
      for (int j = i + 1; j < crossings.size(); j++) {
        double step = crossings.get(j).at - crossings.get(i).at;
        if (step > MOST_M || best.size() >= crossings.size() - i) {
          break;
        }
        if (step >= LEAST_M) {
          var run = run(crossings, i, step);
          best = run.size() > best.size() ? run : best;
        }
      }
    }
    return best;
  }

  private static List<Crossing> run(List<Crossing> crossings, int from, double step) {
    var run = new ArrayList<Crossing>();
    double next = crossings.get(from).at;
    for (int i = from; i < crossings.size(); i++) {
      double off = crossings.get(i).at - next;
      if (off > EVEN_M) {
        break;
      }
      if (off >= -EVEN_M) {
        run.add(crossings.get(i));
        next = crossings.get(i).at + step;
      }
    }
    return run;
  }
}
