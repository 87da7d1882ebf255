package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Hatches that a page gives as their lines become areas, and their lines are no longer looked at
 * for walls. A hatch is five lines or more at one even distance, beside each other, whose ends do
 * not stand square to them: those are stairs, boards and tiles.
 */
final class Hatched {
  static final double LONGEST_M = 4;
  private static final double WIDEST_M = 0.26;
  private static final double LEAST_M = 0.004;

  /** Of lines so near to each other that they fill an area. */
  private static final double LEAST_FILLING_M = 0.0008;

  private static final double PARALLEL_RAD = Math.toRadians(0.8);

  /** Lines across a wall are so short that rounding turns them. */
  private static final double SHORT_M = 0.7;

  private static final double SHORT_PARALLEL_RAD = Math.toRadians(3);
  private static final double COMMON = 0.3;
  private static final double EVEN = 0.06;
  private static final double EVEN_M = 0.0015;

  /** Lines this near to each other fill an area, however rounding has moved them. */
  private static final double FILLING_M = 0.008;

  private static final int FEWEST = 5;

  /** So much of a hatch's ends stand square to its lines at most. */
  private static final double SQUARE = 0.5;

  private Hatched() {}

  /** The line work with hatches of a page as areas; all else as it is. */
  static LineWork of(LineWork work) {
    return WideHatches.without(ofWalls(work));
  }

  private static LineWork ofWalls(LineWork work) {
    var lines = new ArrayList<HatchLine>();
    for (var line : work.lines()) {
      if (line.length() <= LONGEST_M
          && work.mayBeWall(line.item())
          && work.isPlotted(line.item())) {
        lines.add(HatchLine.of(line));
      }
    }
    if (lines.size() < FEWEST) {
      return work;
    }
    var areas = new ArrayList<LineWork.Area>();
    var taken = new HashSet<LineWork.Line>();
    families(lines, FEWEST, family -> hatches(family, LEAST_M, WIDEST_M, areas, taken));
    lines.removeIf(line -> line.length() > SHORT_M || taken.contains(line.line()));
    families(
        lines,
        SHORT_PARALLEL_RAD,
        FEWEST,
        family -> hatches(family, LEAST_FILLING_M, FILLING_M, areas, taken));
    if (areas.isEmpty()) {
      return work;
    }
    areas.addAll(work.areas());
    return work.with(work.lines().stream().filter(line -> !taken.contains(line)).toList(), areas);
  }

  /**
   * Parts lines into those of about one direction.
   *
   * @param lines sorted here
   * @param fewest smaller families are left out
   */
  static void families(List<HatchLine> lines, int fewest, Consumer<List<HatchLine>> use) {
    families(lines, PARALLEL_RAD, fewest, use);
  }

  private static void families(
      List<HatchLine> lines, double parallelRad, int fewest, Consumer<List<HatchLine>> use) {
    lines.sort(Comparator.comparingDouble(HatchLine::angleRad));
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size()
          || lines.get(i).angleRad() - lines.get(i - 1).angleRad() > parallelRad / 4
          || lines.get(i).angleRad() - lines.get(from).angleRad() > parallelRad) {
        if (i - from >= fewest) {
          use.accept(lines.subList(from, i));
        }
        from = i;
      }
    }
  }

  /** Hatches among parallel lines. */
  private static void hatches(
      List<HatchLine> parallel,
      double leastM,
      double widestM,
      List<LineWork.Area> areas,
      Set<LineWork.Line> taken) {
    double angle = parallel.get(parallel.size() / 2).angleRad();
    var rows = rows(parallel, angle);
    var next = next(rows, leastM, widestM);
    for (var group : groups(rows, next)) {
      if (group.size() >= FEWEST && !isSquare(rows, next, group)) {
        var members = new HashSet<>(group);
        var strips = new ArrayList<Polygon>();
        for (int i : group) {
          taken.add(rows.get(i).line());
          if (members.contains(next[i])) {
            rows.get(i).strip(rows.get(next[i]), angle).ifPresent(strips::add);
          }
        }
        int item = rows.get(group.getFirst()).line().item();
        for (var area : Polygons.parts(Polygons.union(strips))) {
          areas.add(new LineWork.Area(area, item));
        }
      }
    }
  }

  /** Lines turned to be level, from below to above. */
  static List<HatchLine> rows(List<HatchLine> parallel, double angleRad) {
    var rows = new ArrayList<HatchLine>();
    parallel.forEach(line -> rows.add(line.turned(angleRad)));
    rows.sort(Comparator.comparingDouble(HatchLine::y));
    return rows;
  }

  /** For each line the nearest beside it above, no farther off; -1 where there is none. */
  static int[] next(List<HatchLine> rows, double widestM) {
    return next(rows, LEAST_M, widestM);
  }

  private static int[] next(List<HatchLine> rows, double leastM, double widestM) {
    var next = new int[rows.size()];
    Arrays.setAll(next, i -> above(rows, i, leastM, widestM));
    return next;
  }

  /** Lines that follow each other at one distance. */
  static Collection<List<Integer>> groups(List<HatchLine> rows, int[] next) {
    var groups = new DisjointSets(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int n = next[i];
      if (n >= 0 && next[n] >= 0 && isEven(gap(rows, i, n), gap(rows, n, next[n]))) {
        groups.join(i, n);
        groups.join(n, next[n]);
      }
    }
    return groups.members().values();
  }

  private static double gap(List<HatchLine> rows, int from, int to) {
    return rows.get(to).y() - rows.get(from).y();
  }

  private static int above(List<HatchLine> rows, int at, double leastM, double widestM) {
    var line = rows.get(at);
    for (int i = at + 1; i < rows.size() && rows.get(i).y() - line.y() <= widestM; i++) {
      var other = rows.get(i);
      if (other.y() - line.y() >= leastM
          && line.common(other) > COMMON * Math.min(line.length(), other.length())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEven(double a, double b) {
    return Math.max(a, b) <= FILLING_M || Math.abs(a - b) <= EVEN * Math.max(a, b) + EVEN_M;
  }

  /** Whether most lines begin and end where their neighbours do. */
  static boolean isSquare(List<HatchLine> rows, int[] next, List<Integer> group) {
    int square = 0;
    int all = 0;
    for (int i : group) {
      if (next[i] >= 0) {
        var a = rows.get(i);
        var b = rows.get(next[i]);
        double off = 0.2 * (b.y() - a.y());
        all += 2;
        square += Math.abs(a.x0() - b.x0()) < off ? 1 : 0;
        square += Math.abs(a.x1() - b.x1()) < off ? 1 : 0;
      }
    }
    return square > SQUARE * all;
  }

  static Coordinate turned(Coordinate p, double angleRad) {
    double c = Math.cos(angleRad);
    double s = Math.sin(angleRad);
    return new Coordinate(c * p.x - s * p.y, s * p.x + c * p.y);
  }
}
