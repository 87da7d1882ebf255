package dev.planlift.core.reconstruct;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * Joints of tiles: lines in rows that other lines run over. They end at walls, whose faces lie in
 * the same rows.
 */
final class Lattice {
  /** Of the lines of a lattice no more than this share are its edges. */
  private static final double MAX_EDGES = 0.5;

  /** What runs over a line goes on at least so far beyond it. */
  private static final double BEYOND_M = 0.03;

  private static final int MIN_CROSSINGS = 2;

  private Lattice() {}

  /** Those of parallel lines that nothing runs over, where most are run over; else none. */
  static Set<LineWork.Line> edges(Collection<LineWork.Line> row, LineIndex index) {
    var edges = new HashSet<LineWork.Line>();
    for (var line : row) {
      if (!isCrossed(line, index)) {
        edges.add(line);
      }
    }
    return edges.size() <= MAX_EDGES * row.size() ? edges : Set.of();
  }

  private static boolean isCrossed(LineWork.Line line, LineIndex index) {
    var u = line.direction();
    int crossings = 0;
    for (var other : index.in(new Envelope(line.a(), line.b()))) {
      double a = (other.a().y - line.a().y) * u.x - (other.a().x - line.a().x) * u.y;
      double b = (other.b().y - line.a().y) * u.x - (other.b().x - line.a().x) * u.y;
      if (Math.min(a, b) < -BEYOND_M && Math.max(a, b) > BEYOND_M) {
        double t = a / (a - b);
        double x = other.a().x + t * (other.b().x - other.a().x) - line.a().x;
        double y = other.a().y + t * (other.b().y - other.a().y) - line.a().y;
        double along = x * u.x + y * u.y;
        crossings += along > 0 && along < line.length() ? 1 : 0;
      }
    }
    return crossings >= MIN_CROSSINGS;
  }
}
