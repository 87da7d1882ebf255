package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Tells on a page what is a line drawn with a broad pen from what is a wall drawn as one broad
 * line: faces of walls lie beside each other in pairs, walls themselves do not. Every pen is judged
 * as a whole, and one that hatches rooms draws no walls. What is on no page is as broad as it is
 * drawn.
 */
final class Pens {
  /** The broadest pen in common use, 0.7 mm; broader ones may be walls. */
  private static final double USUAL_PT = 2.05;

  /** A pen is one of faces where so much of its lines has another beside it. */
  private static final double PAIRED = 0.3;

  private static final double LEAST_WALL_M = 5;
  private static final double PARALLEL_SINE = 0.03;
  private static final double FLAT_PT = 0.05;

  private final Frame frame;
  private final Map<Long, List<LineWork.Line>> byWidth = new HashMap<>();

  private Pens(Frame frame) {
    this.frame = frame;
  }

  /** The same with lines of pens made thin, lines that are walls left broad. */
  static List<Expansion.Seen> thinned(List<Expansion.Seen> seen, Frame frame) {
    if (seen.stream().noneMatch(Pens::isPlotted)) {
      return seen;
    }
    var pens = new Pens(frame);
    for (var one : seen) {
      if (isPlotted(one)) {
        pens.add((Path) one.item());
      }
    }
    var walls = pens.walls();
    return seen.stream()
        .map(
            one ->
                isPlotted(one) && !walls.contains(key((Path) one.item()))
                    ? new Expansion.Seen(thin((Path) one.item()), one.inside())
                    : one)
        .toList();
  }

  private static boolean isPlotted(Expansion.Seen one) {
    return one.item() instanceof Path path
        && path.stroke().isWide()
        && path.source() instanceof SourceRef.PageBox;
  }

  private static Path thin(Path path) {
    return new Path(
        path.segments(),
        path.closed(),
        Stroke.THIN,
        path.extrusion(),
        path.auxiliary(),
        path.appearance(),
        path.source());
  }

  private static long key(Path path) {
    return Math.round(path.stroke().startWidth() * 50);
  }

  private void add(Path path) {
    double widthM = path.stroke().startWidth() * frame.metresPerUnit();
    if (widthM < Sizes.MIN_WALL_M || widthM > Sizes.MAX_MASONRY_M) {
      return;
    }
    var flat = CurveFlattening.flatten(path.segments(), FLAT_PT);
    var lines = byWidth.computeIfAbsent(key(path), k -> new ArrayList<>());
    for (int i = 1; i < flat.size() + (path.closed() ? 1 : 0); i++) {
      var a = frame.local(flat.vertex(i - 1));
      var b = frame.local(flat.vertex(i % flat.size()));
      if (a.distance(b) > 1e-3) {
        lines.add(new LineWork.Line(a, b, 0));
      }
    }
  }

  /** Widths that walls are drawn with; narrow ones only beside a broad one. */
  private Set<Long> walls() {
    var walls = new HashSet<Long>();
    boolean broad = false;
    for (var pen : byWidth.entrySet()) {
      double length = pen.getValue().stream().mapToDouble(LineWork.Line::length).sum();
      if (length >= LEAST_WALL_M
          && !arePaired(pen.getValue(), PAIRED * length)
          && !WideHatches.areMost(pen.getValue())) {
        walls.add(pen.getKey());
        broad |= pen.getKey() > Math.round(USUAL_PT * 50);
      }
    }
    return broad ? walls : Set.of();
  }

  /** Whether so much of some lines has another beside it. */
  private static boolean arePaired(List<LineWork.Line> lines, double enough) {
    var stretches = lines.stream().map(Stretch::of).toList();
    var index = new HPRtree();
    stretches.forEach(s -> index.insert(new Envelope(s.line().a(), s.line().b()), s));
    double paired = 0;
    for (var stretch : stretches) {
      // What is beside a line is mostly beside its middle, where there is less to look at.
      var middle = new Envelope(stretch.middle());
      var whole = new Envelope(stretch.line().a(), stretch.line().b());
      if (isPaired(stretch, middle, index) || isPaired(stretch, whole, index)) {
        paired += stretch.length();
      }
      if (paired >= enough) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPaired(Stretch stretch, Envelope around, HPRtree index) {
    var found = new boolean[1];
    around.expandBy(Sizes.MAX_WALL_M);
    index.query(around, item -> found[0] = found[0] || isBeside(stretch, (Stretch) item));
    return found[0];
  }

  private static boolean isBeside(Stretch line, Stretch other) {
    var u = line.direction();
    var v = other.direction();
    if (Math.abs(u.x * v.y - u.y * v.x) > PARALLEL_SINE) {
      return false;
    }
    double apart = Math.abs(line.across(other.middle()));
    return apart > Sizes.MIN_WALL_M / 2
        && apart < Sizes.MAX_WALL_M
        && line.beside(other.line()) > Math.min(line.length(), other.length()) / 2;
  }
}
