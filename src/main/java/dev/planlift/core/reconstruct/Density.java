package dev.planlift.core.reconstruct;

import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Tells line work that is denser than any plan: lines that cross again and again, or that lie
 * beside hundreds of others. What it allows grows with the number of lines, so that recognition
 * takes time by that number; it counts, and so says the same of the same lines on every machine.
 */
final class Density {
  /** So much is allowed of any line work, however few its lines. */
  private static final long FREE_CROSSINGS = 100_000;

  private static final long FREE_NEIGHBOURS = 2_000_000;

  /**
   * Tiled floors have some ten crossings a line, hatched walls up to a hundred lines beside one.
   */
  private static final long CROSSINGS_A_LINE = 6;

  private static final long NEIGHBOURS_A_LINE = 120;

  private final List<LineWork.Line> lines;
  private final List<Envelope> boxes;
  private long crossings;

  private Density(List<LineWork.Line> lines) {
    this.lines = lines;
    boxes = lines.stream().map(line -> new Envelope(line.a(), line.b())).toList();
  }

  /** How many pairs of things may be looked at where there are so many in all. */
  static long pairs(int count) {
    return FREE_NEIGHBOURS + NEIGHBOURS_A_LINE * count;
  }

  /** Whether there is more to look at than a plan has. */
  static boolean tooDense(List<LineWork.Line> lines) {
    return !lines.isEmpty() && new Density(lines).tooDense();
  }

  private boolean tooDense() {
    // Each pair of neighbours is met from both sides.
    return BoxPairs.within(boxes, Sizes.MAX_WALL_M) > 2 * pairs(lines.size()) || crossesTooOften();
  }

  private boolean crossesTooOften() {
    long mostCrossings = FREE_CROSSINGS + CROSSINGS_A_LINE * lines.size();
    var index = new HPRtree();
    for (int i = 0; i < lines.size(); i++) {
      index.insert(boxes.get(i), i);
    }
    for (int i = 0; i < lines.size(); i++) {
      int number = i;
      index.query(boxes.get(i), item -> meet(number, (Integer) item));
      if (crossings > mostCrossings) {
        return true;
      }
    }
    return false;
  }

  private void meet(int one, int other) {
    if (other > one) {
      var line = lines.get(one);
      var met = lines.get(other);
      crossings += cross(line.a(), line.b(), met.a(), met.b()) ? 1 : 0;
    }
  }

  private static boolean cross(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    return Envelope.intersects(a, b, c, d)
        && Orientation.index(a, b, c) * Orientation.index(a, b, d) < 0
        && Orientation.index(c, d, a) * Orientation.index(c, d, b) < 0;
  }
}
