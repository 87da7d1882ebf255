package dev.planlift.core.drawing;

import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strokes of a line pattern within its area. Everything is reckoned in the pattern line's own
 * coordinates, where {@code p = base + k · offset + t · direction}: its lines are whole numbers of
 * k, whatever the transform the area went through.
 */
public final class PatternStrokes {
  /** An area with more strokes than this is better shown as evenly filled. */
  public static final int MAX_STROKES = 50_000;

  /** Takes the strokes; one of a single place is a dot. */
  public interface Sink {
    void stroke(Vec3 from, Vec3 to);
  }

  private final PatternLine line;
  private final double[][] rings;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private double crossings;
  private double shortest = Double.POSITIVE_INFINITY;
  private double longest = Double.NEGATIVE_INFINITY;

  private PatternStrokes(PatternLine line, List<Polyline> loops) {
    this.line = line;
    var d = line.direction();
    var o = line.offset();
    double dd = d.dot(d);
    double oo = o.dot(o);
    double od = o.dot(d);
    double determinant = oo * dd - od * od;
    this.rings = new double[loops.size()][];
    for (int i = 0; i < rings.length; i++) {
      var loop = loops.get(i);
      rings[i] = new double[2 * loop.size()];
      for (int j = 0; j < loop.size(); j++) {
        var p = loop.vertex(j).minus(line.base());
        double po = p.dot(o);
        double pd = p.dot(d);
        rings[i][2 * j] = (po * dd - pd * od) / determinant;
        rings[i][2 * j + 1] = (pd * oo - po * od) / determinant;
      }
      measure(rings[i]);
    }
  }

  private void measure(double[] ring) {
    double last = ring[ring.length - 2];
    for (int i = 0; i < ring.length; i += 2) {
      least = Math.min(least, ring[i]);
      most = Math.max(most, ring[i]);
      shortest = Math.min(shortest, ring[i + 1]);
      longest = Math.max(longest, ring[i + 1]);
      crossings += Math.abs(ring[i] - last);
      last = ring[i];
    }
  }

  /**
   * At most how many strokes a region's pattern has; infinite or NaN where its lines are no lines.
   * Linear in the region's vertices.
   */
  public static double count(FilledRegion region, FilledRegion.Fill.Pattern pattern) {
    double count = 0;
    var loops = flattened(region, 0);
    for (var line : pattern.lines()) {
      var strokes = new PatternStrokes(line, loops);
      count += strokes.crossings;
      if (line.period() > 0) {
        double lines = strokes.most - strokes.least;
        double periods = (strokes.longest - strokes.shortest) / line.period();
        count += lines * periods * line.dashes().size();
      }
    }
    return count;
  }

  /**
   * Draws a region's pattern.
   *
   * @param tolerance of flattened boundaries, source units
   * @return false where it has more than {@link #MAX_STROKES}; nothing is drawn then
   */
  public static boolean draw(
      FilledRegion region, FilledRegion.Fill.Pattern pattern, double tolerance, Sink sink) {
    if (!(count(region, pattern) <= MAX_STROKES)) {
      return false;
    }
    var loops = flattened(region, tolerance);
    for (var line : pattern.lines()) {
      new PatternStrokes(line, loops).draw(sink);
    }
    return true;
  }

  /** A tolerance of zero stands for a rough look at it. */
  private static List<Polyline> flattened(FilledRegion region, double tolerance) {
    var loops = new ArrayList<Polyline>();
    for (var loop : region.loops()) {
      if (!loop.isEmpty()) {
        loops.add(CurveFlattening.flatten(loop, tolerance > 0 ? tolerance : Double.MAX_VALUE));
      }
    }
    return loops;
  }

  private void draw(Sink sink) {
    if (!(least <= most)) {
      return;
    }
    long first = (long) Math.ceil(least);
    var rows = new double[(int) Math.max(0, (long) Math.floor(most) - first + 1)][];
    var sizes = new int[rows.length];
    for (var ring : rings) {
      cross(ring, first, rows, sizes);
    }
    for (int i = 0; i < rows.length; i++) {
      if (sizes[i] > 1) {
        Arrays.sort(rows[i], 0, sizes[i]);
        for (int j = 0; j + 1 < sizes[i]; j += 2) {
          dashes(first + i, rows[i][j], rows[i][j + 1], sink);
        }
      }
    }
  }

  /** Where the ring crosses each line; a line belongs to the half-open span of an edge. */
  private static void cross(double[] ring, long first, double[][] rows, int[] sizes) {
    double k0 = ring[ring.length - 2];
    double t0 = ring[ring.length - 1];
    for (int i = 0; i < ring.length; i += 2) {
      double k1 = ring[i];
      double t1 = ring[i + 1];
      long to = (long) Math.ceil(Math.max(k0, k1));
      for (long k = (long) Math.ceil(Math.min(k0, k1)); k < to; k++) {
        int row = (int) (k - first);
        double[] crossed = rows[row] == null ? new double[4] : rows[row];
        if (sizes[row] == crossed.length) {
          crossed = Arrays.copyOf(crossed, 2 * crossed.length);
        }
        crossed[sizes[row]++] = t0 + (t1 - t0) * (k - k0) / (k1 - k0);
        rows[row] = crossed;
      }
      k0 = k1;
      t0 = t1;
    }
  }

  private void dashes(long k, double from, double to, Sink sink) {
    double period = line.period();
    if (period <= 0) {
      stroke(k, from, to, sink);
      return;
    }
    double first = Math.floor(from / period);
    long count = (long) Math.ceil(to / period - first);
    for (long i = 0; i < count; i++) {
      double dashStart = (first + i) * period;
      for (double dash : line.dashes()) {
        double dashEnd = dashStart + Math.abs(dash);
        if (dash >= 0 && dashEnd >= from && dashStart <= to) {
          stroke(k, Math.max(from, dashStart), Math.min(to, dashEnd), sink);
        }
        dashStart = dashEnd;
      }
    }
  }

  private void stroke(long k, double from, double to, Sink sink) {
    var start = line.base().plus(line.offset().times((double) k));
    sink.stroke(start.plus(line.direction().times(from)), start.plus(line.direction().times(to)));
  }
}
