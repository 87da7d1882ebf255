package dev.planlift.core.pdf;

import dev.planlift.core.drawing.PatternLine;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.pdf.TileEngine.TileStroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Strokes of a tile that is laid every {@code stepX} and {@code stepY} as families of parallel
 * lines. A stroke that leads from one tile to the one p columns and q rows on goes round the tiling
 * at that period; what is drawn of the period by all strokes on the same line is dashes, and an
 * unbroken line where that is all of it.
 */
final class TileLattice {
  /** Steeper slopes than one row in so many columns are not drawn by hatches. */
  private static final int MOST_COLUMNS = 12;

  /** How far a stroke may miss the tile that it leads to, as a part of the smaller step. */
  private static final double MISS = 0.02;

  /** Parts of a period and of the distance between lines. */
  private static final double SAME = 2e-3;

  private static final int MOST_FAMILIES = 64;

  private final double stepX;
  private final double stepY;
  private final Map<Slope, List<Row>> rows = new TreeMap<>();

  private TileLattice(double stepX, double stepY) {
    this.stepX = stepX;
    this.stepY = stepY;
  }

  /** So many columns and rows on; upwards, or to the right. */
  private record Slope(int columns, int rows) implements Comparable<Slope> {
    @Override
    public int compareTo(Slope other) {
      return columns != other.columns
          ? Integer.compare(columns, other.columns)
          : Integer.compare(rows, other.rows);
    }
  }

  /**
   * What is drawn of one line.
   *
   * @param place of the line between two lines of the lattice, 0 to 1
   * @param drawn from and to, each within a period
   */
  private record Row(double place, List<double[]> drawn) {}

  /**
   * The families of lines.
   *
   * @param box of the tile, beyond which nothing of it is painted
   * @return empty where a stroke leads to no other tile, and so is no part of a line
   */
  static Optional<List<PatternLine>> lines(
      List<TileStroke> strokes, Rectangle2D box, double stepX, double stepY) {
    if (!(stepX > 0 && stepY > 0 && Double.isFinite(stepX) && Double.isFinite(stepY))) {
      return Optional.empty();
    }
    var lattice = new TileLattice(stepX, stepY);
    for (var stroke : strokes) {
      var seen = within(stroke, box);
      if (seen.isPresent() && !lattice.add(seen.get())) {
        return Optional.empty();
      }
    }
    return lattice.families();
  }

  /** The part of a stroke inside a box (Liang and Barsky 1984). */
  private static Optional<TileStroke> within(TileStroke stroke, Rectangle2D box) {
    var from = stroke.from();
    var along = stroke.to().minus(from);
    double[] towards = {-along.x(), along.x(), -along.y(), along.y()};
    double[] room = {
      from.x() - box.getMinX(),
      box.getMaxX() - from.x(),
      from.y() - box.getMinY(),
      box.getMaxY() - from.y()
    };
    double first = 0;
    double last = 1;
    for (int i = 0; i < 4; i++) {
      if (towards[i] == 0) {
        last = room[i] < 0 ? -1 : last;
      } else if (towards[i] < 0) {
        first = Math.max(first, room[i] / towards[i]);
      } else {
        last = Math.min(last, room[i] / towards[i]);
      }
    }
    return last > first
        ? Optional.of(new TileStroke(from.plus(along.times(first)), from.plus(along.times(last))))
        : Optional.empty();
  }

  private boolean add(TileStroke stroke) {
    var along = stroke.to().minus(stroke.from());
    double length = along.length();
    if (length <= SAME * Math.min(stepX, stepY)) {
      return true;
    }
    var slope = slope(along);
    if (slope.isEmpty()) {
      return false;
    }
    var period = period(slope.get());
    var start = along.dot(period) > 0 ? stroke.from() : stroke.to();
    double across = across(slope.get(), start);
    var row = row(slope.get(), across - Math.floor(across + SAME));
    double p = period.length();
    double from = offset(slope.get()).times(-across).plus(start).dot(period) / p;
    from -= p * Math.floor(from / p);
    row.drawn().add(new double[] {from, Math.min(from + length, p)});
    if (from + length > p) {
      row.drawn().add(new double[] {0, Math.min(from + length - p, p)});
    }
    return true;
  }

  /** The nearest tile that a direction leads to. */
  private Optional<Slope> slope(Vec2 along) {
    double miss = MISS * Math.min(stepX, stepY);
    for (int far = 1; far <= MOST_COLUMNS; far++) {
      for (int other = 0; other <= far; other++) {
        for (var slope :
            List.of(
                new Slope(far, other),
                new Slope(other, far),
                new Slope(far, -other),
                new Slope(other, -far))) {
          var period = period(slope);
          if (Math.abs(along.cross(period)) / along.length() <= miss && coprime(slope)) {
            return Optional.of(upwards(slope));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Slope upwards(Slope slope) {
    boolean down = slope.columns() == 0 && slope.rows() < 0;
    return down ? new Slope(0, -slope.rows()) : slope;
  }

  private static boolean coprime(Slope slope) {
    int a = slope.columns();
    int b = Math.abs(slope.rows());
    while (b != 0) {
      int rest = a % b;
      a = b;
      b = rest;
    }
    return a == 1;
  }

  private Vec2 period(Slope slope) {
    return new Vec2(slope.columns() * stepX, slope.rows() * stepY);
  }

  /** To the nearest tile that lies on the next line of the lattice. */
  private Vec2 offset(Slope slope) {
    var nearest = new Vec2(Double.POSITIVE_INFINITY, 0);
    for (int columns = -MOST_COLUMNS; columns <= MOST_COLUMNS; columns++) {
      for (int rows = -MOST_COLUMNS; rows <= MOST_COLUMNS; rows++) {
        var tile = new Vec2(columns * stepX, rows * stepY);
        boolean next = slope.columns() * rows - slope.rows() * columns == 1;
        if (next && tile.length() < nearest.length()) {
          nearest = tile;
        }
      }
    }
    return nearest;
  }

  /** How many lines of the lattice a point lies from the one through zero. */
  private double across(Slope slope, Vec2 point) {
    var period = period(slope);
    return period.cross(point) / period.cross(offset(slope));
  }

  private Row row(Slope slope, double place) {
    var known = rows.computeIfAbsent(slope, s -> new ArrayList<>());
    for (var row : known) {
      if (Math.abs(row.place() - place) <= 10 * SAME) {
        return row;
      }
    }
    known.add(new Row(Math.max(0, place), new ArrayList<>()));
    return known.getLast();
  }

  private Optional<List<PatternLine>> families() {
    var families = new ArrayList<PatternLine>();
    rows.forEach((slope, all) -> all.forEach(row -> families.add(family(slope, row))));
    return families.isEmpty() || families.size() > MOST_FAMILIES
        ? Optional.empty()
        : Optional.of(families);
  }

  private PatternLine family(Slope slope, Row row) {
    var period = period(slope);
    var offset = offset(slope);
    var drawn = joined(row.drawn(), period.length());
    double start = drawn.isEmpty() ? 0 : drawn.getFirst()[0];
    var base = offset.times(row.place()).plus(period.normalized().times(start));
    return new PatternLine(
        at(base), at(period.normalized()), at(offset), dashes(drawn, period.length()));
  }

  /** What is drawn of a period, in order, the last where it goes on into the first with it. */
  private static List<double[]> joined(List<double[]> drawn, double period) {
    var sorted = new ArrayList<>(drawn);
    sorted.sort((a, b) -> Double.compare(a[0], b[0]));
    var joined = new ArrayList<double[]>();
    for (var one : sorted) {
      if (!joined.isEmpty() && one[0] <= joined.getLast()[1] + SAME * period) {
        joined.getLast()[1] = Math.max(joined.getLast()[1], one[1]);
      } else {
        joined.add(one.clone());
      }
    }
    boolean round =
        joined.size() > 1
            && joined.getFirst()[0] <= SAME * period
            && joined.getLast()[1] >= period * (1 - SAME);
    if (round) {
      joined.getLast()[1] += joined.removeFirst()[1];
      joined.addFirst(joined.removeLast());
      for (var one : joined.subList(1, joined.size())) {
        one[0] += period;
        one[1] += period;
      }
    }
    return joined;
  }

  private static List<Double> dashes(List<double[]> drawn, double period) {
    var dashes = new ArrayList<Double>();
    for (int i = 0; i < drawn.size(); i++) {
      var one = drawn.get(i);
      double next = i + 1 < drawn.size() ? drawn.get(i + 1)[0] : drawn.getFirst()[0] + period;
      dashes.add(one[1] - one[0]);
      dashes.add(-(next - one[1]));
    }
    boolean unbroken = dashes.size() == 2 && -dashes.getLast() <= SAME * period;
    return unbroken ? List.of() : dashes;
  }

  private static Vec3 at(Vec2 point) {
    return new Vec3(point.x(), point.y(), 0);
  }
}
