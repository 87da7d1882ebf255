package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Makes {@link LineWork} of what a drawing shows. One use, one thread. */
final class LineWorkReader {
  /** More lines than this are not looked at: no floor plan has them. */
  static final int MAX_LINES = 2_000_000;

  private static final double MIN_LENGTH_M = 1e-4;

  /** A fill with more corners than this is no wall. */
  private static final int MAX_CORNERS = 20_000;

  /** A line's ends, tenths of a millimetre, in an order of their own. */
  private record Ends(long x0, long y0, long x1, long y1) {
    // A record's own keeps near lines near: on a grid, thousands would crowd one place.
    @Override
    public int hashCode() {
      long mixed = CellNumbers.mixed(x0);
      mixed = CellNumbers.mixed(mixed + y0);
      mixed = CellNumbers.mixed(mixed + x1);
      return (int) CellNumbers.mixed(mixed + y1);
    }
  }

  private final Frame frame;
  private final double toleranceM;
  private final ItemUses uses;
  private Paper paper = Paper.of(List.of());
  private final List<LineWork.Line> lines = new ArrayList<>();
  private final List<LineWork.Arc> arcs = new ArrayList<>();
  private final List<LineWork.Area> areas = new ArrayList<>();
  private final List<WideLine> wideLines = new ArrayList<>();
  private final List<LineWork.Label> labels = new ArrayList<>();
  private final List<LineWork.Use> itemUses = new ArrayList<>();
  private final IdentityHashMap<SymbolInstance, LineWork.Instance> instances =
      new IdentityHashMap<>();
  private final List<LineWork.Instance> instancesInOrder = new ArrayList<>();

  /** Which of the lines runs between two points. */
  private final Map<Ends, Integer> known = new HashMap<>();

  private final List<LineWork.Repeat> repeats = new ArrayList<>();

  LineWorkReader(Frame frame, double toleranceM) {
    this.frame = frame;
    this.toleranceM = toleranceM;
    this.uses = new ItemUses(frame.metresPerUnit());
  }

  LineWork read(List<Expansion.Seen> seen) {
    paper = Paper.of(seen);
    for (int i = 0; i < seen.size(); i++) {
      var one = seen.get(i);
      var symbol = uses.symbolAround(one);
      itemUses.add(uses.of(one, symbol));
      if (symbol != null) {
        instance(symbol).items().add(i);
      }
      add(one.item(), i);
    }
    areas.addAll(WideLine.areas(wideLines));
    new MixedLayers(seen, itemUses, uses).settle(lines, arcs);
    var work =
        new LineWork(
            seen,
            itemUses,
            lines,
            repeats,
            arcs,
            areas,
            labels,
            instancesInOrder,
            Sizes.MAX_WALL_M);
    return Hatched.of(Tiled.without(work));
  }

  boolean cutShort() {
    return lines.size() >= MAX_LINES;
  }

  private LineWork.Instance instance(SymbolInstance symbol) {
    var known = instances.get(symbol);
    if (known == null) {
      known = new LineWork.Instance(symbol, uses.roleOf(symbol), new ArrayList<>());
      instances.put(symbol, known);
      instancesInOrder.add(known);
    }
    return known;
  }

  private void add(DrawingItem item, int index) {
    if (item instanceof Path path) {
      addPath(path, index);
    } else if (item instanceof FilledRegion region) {
      addRegion(region, index);
    } else if (item instanceof TextLabel text && !text.text().isBlank()) {
      labels.add(new LineWork.Label(text, frame.local(text.center()), index));
    }
  }

  private void addPath(Path path, int index) {
    for (var segment : path.segments()) {
      if (segment instanceof Segment.EllipticArc arc) {
        addArc(arc, index);
      }
    }
    var points = points(path.segments());
    boolean open = path.closed() && points.size() > 2;
    if (open && points.getFirst().distance(points.getLast()) > MIN_LENGTH_M) {
      points.add(points.getFirst());
    }
    double widthM =
        Math.max(path.stroke().startWidth(), path.stroke().endWidth()) * frame.metresPerUnit();
    if (widthM >= Sizes.MIN_WALL_M && widthM <= Sizes.MAX_MASONRY_M) {
      wideLines.add(new WideLine(points, widthM, index));
      return;
    }
    addLines(points, index);
  }

  private void addArc(Segment.EllipticArc arc, int index) {
    double u = arc.u().length();
    boolean circular =
        Math.abs(u - arc.v().length()) < 0.02 * u && Math.abs(arc.u().dot(arc.v())) < 0.02 * u * u;
    if (circular) {
      double sign = Math.signum(arc.u().xy().cross(arc.v().xy()));
      arcs.add(
          new LineWork.Arc(
              frame.local(arc.center()),
              u * frame.metresPerUnit(),
              frame.local(arc.start()),
              frame.local(arc.end()),
              sign * arc.sweepRad(),
              index));
    }
  }

  private void addLines(List<Coordinate> points, int index) {
    for (int i = 1; i < points.size() && lines.size() < MAX_LINES; i++) {
      var a = points.get(i - 1);
      var b = points.get(i);
      if (a.distance(b) > MIN_LENGTH_M) {
        var before = known.putIfAbsent(key(a, b), lines.size());
        if (before == null) {
          lines.add(new LineWork.Line(a, b, index));
        } else {
          addRepeat(before, index);
        }
      }
    }
  }

  /** A line once more: it belongs to the item that tells most of walls. */
  private void addRepeat(int number, int index) {
    var line = lines.get(number);
    int before = line.item();
    if (before != index) {
      boolean tellsMore = weight(itemUses.get(index)) > weight(itemUses.get(before));
      if (tellsMore) {
        lines.set(number, new LineWork.Line(line.a(), line.b(), index));
      }
      repeats.add(
          tellsMore ? new LineWork.Repeat(before, index) : new LineWork.Repeat(index, before));
    }
  }

  private static int weight(LineWork.Use use) {
    return switch (use) {
      case WALL -> 2;
      case MIXED, FREE, SYMBOL, DOOR, WINDOW -> 1;
      case OTHER -> 0;
    };
  }

  /**
   * The same for a line drawn twice, in whatever direction; a tenth of a millimetre is no matter.
   */
  private static Ends key(Coordinate a, Coordinate b) {
    boolean swap = a.compareTo(b) > 0;
    var first = swap ? b : a;
    var second = swap ? a : b;
    return new Ends(
        Math.round(first.x * 1e4),
        Math.round(first.y * 1e4),
        Math.round(second.x * 1e4),
        Math.round(second.y * 1e4));
  }

  private void addRegion(FilledRegion region, int index) {
    if (paper.isMask(region)) {
      return;
    }
    var rings = new ArrayList<List<Coordinate>>();
    int corners = 0;
    for (var loop : region.loops()) {
      if (!loop.isEmpty()) {
        rings.add(points(loop));
        corners += rings.getLast().size();
      }
    }
    if (corners > MAX_CORNERS) {
      return;
    }
    var area = Polygons.evenOdd(rings);
    for (Polygon polygon : Polygons.parts(area)) {
      areas.add(new LineWork.Area(polygon, index));
    }
  }

  private List<Coordinate> points(List<Segment> segments) {
    var flat = CurveFlattening.flatten(segments, toleranceM / frame.metresPerUnit());
    var points = new ArrayList<Coordinate>(flat.size());
    for (int i = 0; i < flat.size(); i++) {
      points.add(frame.local(flat.vertex(i)));
    }
    return points;
  }
}
