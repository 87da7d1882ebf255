package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is drawn twice is there once, by the broader of both pens: the same vertices, there or back,
 * on the same layer.
 */
final class SameThings implements Operation {
  /** Far below what a plotter tells apart, far above a rounded number's error. */
  private static final double SAME_PT = 0.005;

  private record Key(String layer, boolean closed, List<Long> xy) {}

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var out = new ArrayList<DrawingItem>(items.size());
    Map<Key, Integer> known = new HashMap<>();
    for (var item : items) {
      if (!(item instanceof Path path)) {
        out.add(item);
        continue;
      }
      var before = known.putIfAbsent(key(path), out.size());
      if (before == null) {
        out.add(path);
      } else if (((Path) out.get(before)).stroke().startWidth() < path.stroke().startWidth()) {
        out.set(before, path);
      }
    }
    return out;
  }

  private static Key key(Path path) {
    var there = new ArrayList<Long>();
    for (var segment : path.segments()) {
      switch (segment) {
        case Segment.Polyline line -> add(there, line.xyz());
        case Segment.CubicBezier b -> {
          add(there, new double[] {b.p0().x(), b.p0().y(), 0, b.p1().x(), b.p1().y(), 0});
          add(there, new double[] {b.p2().x(), b.p2().y(), 0, b.p3().x(), b.p3().y(), 0});
        }
        case Segment.EllipticArc arc -> {
          add(there, new double[] {arc.start().x(), arc.start().y(), 0});
          var middle = arc.at(arc.startRad() + arc.sweepRad() / 2);
          add(there, new double[] {middle.x(), middle.y(), 0, arc.end().x(), arc.end().y(), 0});
        }
        case Segment.Nurbs nurbs -> add(there, nurbs.controls());
      }
    }
    return new Key(path.appearance().layer().name(), path.closed(), oneWay(there));
  }

  private static void add(List<Long> to, double[] xyz) {
    for (int i = 0; i + 2 < xyz.length; i += 3) {
      long x = Math.round(xyz[i] / SAME_PT);
      long y = Math.round(xyz[i + 1] / SAME_PT);
      to.add(Cell.at(x, y));
    }
  }

  /** Of a list and the same backwards the one that starts with less. */
  private static List<Long> oneWay(List<Long> there) {
    for (int i = 0, j = there.size() - 1; i < j; i++, j--) {
      int order = there.get(i).compareTo(there.get(j));
      if (order != 0) {
        return order < 0 ? there : there.reversed();
      }
    }
    return there;
  }
}
