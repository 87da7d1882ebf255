package dev.planlift.core.linework;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines end where a later area in the paper's colour hides them, as hidden lines and wipeouts of
 * CAD are plotted. Curves that are not hidden whole stay whole; areas and texts are not touched.
 */
final class HiddenLines implements Operation {
  private static final double EDGE_PT = 0.15;
  private static final double CURVE_PT = 0.2;

  /** What is left of a line and shorter than this is not seen. */
  private static final double CRUMB_PT = 0.3;

  /** Corners of masks that are looked at on one page; a hundred times what a sheet asks for. */
  private static final long MOST_LOOKS = 50_000_000;

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var masks = PaperMasks.of(items);
    if (masks.isEmpty()) {
      return items;
    }
    var out = new ArrayList<DrawingItem>(items.size());
    long looks = 0;
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Path path && !path.auxiliary() && looks < MOST_LOOKS) {
        var flat = CurveFlattening.flatten(path.segments(), CURVE_PT);
        var over = over(masks, flat, i);
        looks += over.stream().mapToLong(mask -> (long) mask.corners() * flat.size()).sum();
        out.addAll(over.isEmpty() ? List.of(path) : seen(path, flat, over));
      } else {
        out.add(items.get(i));
      }
    }
    return out;
  }

  private static List<PaperMask> over(PaperMasks masks, Polyline line, int item) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < line.size(); i++) {
      var p = line.vertex(i);
      minX = Math.min(minX, p.x());
      minY = Math.min(minY, p.y());
      maxX = Math.max(maxX, p.x());
      maxY = Math.max(maxY, p.y());
    }
    return masks.over(item, minX, minY, maxX, maxY);
  }

  private static List<Path> seen(Path path, Polyline line, List<PaperMask> masks) {
    double reach = path.stroke().startWidth() / 2 + EDGE_PT;
    var pieces = new ArrayList<List<Vec2>>();
    boolean hidden = false;
    boolean on = false;
    int edges = path.closed() ? line.size() : line.size() - 1;
    for (int i = 0; i < edges; i++) {
      var from = line.vertex(i).xy();
      var to = line.vertex((i + 1) % line.size()).xy();
      for (var part : parts(from, to, masks, reach)) {
        hidden |= !part.seen();
        if (part.seen()) {
          if (!on) {
            pieces.add(new ArrayList<>(List.of(part.at(from, to, part.first()))));
          }
          pieces.getLast().add(part.at(from, to, part.last()));
        }
        on = part.seen();
      }
    }
    boolean straight = path.segments().stream().allMatch(Polyline.class::isInstance);
    if (!hidden || (!straight && !pieces.isEmpty())) {
      return List.of(path);
    }
    return pieces.stream()
        .filter(piece -> length(piece) >= CRUMB_PT)
        .map(piece -> path(path, piece))
        .toList();
  }

  /** A part of a line from one share of its length to another. */
  private record Part(double first, double last, boolean seen) {
    Vec2 at(Vec2 from, Vec2 to, double share) {
      return share == 1 ? to : from.plus(to.minus(from).times(share));
    }
  }

  /** A line's parts in order, seen and hidden. */
  private static List<Part> parts(Vec2 from, Vec2 to, List<PaperMask> masks, double reach) {
    var hidden = new ArrayList<double[]>();
    if (!from.equals(to)) {
      masks.forEach(mask -> hidden.addAll(mask.hidden(from, to, reach)));
    }
    hidden.sort(Comparator.comparingDouble(part -> part[0]));
    var parts = new ArrayList<Part>();
    double done = 0;
    for (var one : hidden) {
      if (one[0] > done) {
        parts.add(new Part(done, one[0], true));
      }
      if (one[1] > done) {
        parts.add(new Part(Math.max(done, one[0]), one[1], false));
        done = one[1];
      }
    }
    if (done < 1) {
      parts.add(new Part(done, 1, true));
    }
    return parts;
  }

  private static double length(List<Vec2> piece) {
    double length = 0;
    for (int i = 1; i < piece.size(); i++) {
      length += piece.get(i - 1).distance(piece.get(i));
    }
    return length;
  }

  private static Path path(Path of, List<Vec2> piece) {
    var xyz = new double[3 * piece.size()];
    for (int i = 0; i < piece.size(); i++) {
      xyz[3 * i] = piece.get(i).x();
      xyz[3 * i + 1] = piece.get(i).y();
    }
    return new Path(
        List.of(new Polyline(xyz)),
        false,
        of.stroke(),
        of.extrusion(),
        of.appearance(),
        of.source());
  }
}
