package dev.planlift.core.solid;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import earcut4j.Earcut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Filled regions: evenly filled ones as faces, those with a line pattern as their outlines. Earcut
 * serves here, as it makes something of any outline, also one that crosses itself.
 */
final class Fills {
  /** Regions of more loops are shown as outlines: nesting is found loop by loop. */
  private static final int MAX_LOOPS = 200;

  private Fills() {}

  private record Loop(Polyline line, List<Vec2> ring, double area) {}

  static void add(FilledRegion region, double tolerance, Affine3 toMetres, NodeDraft draft) {
    int rgb = region.appearance().rgb();
    var loops = new ArrayList<Loop>();
    for (var segments : region.loops()) {
      if (!segments.isEmpty()) {
        var line = CurveFlattening.flatten(segments, tolerance).transformed(toMetres);
        loops.add(loop(line));
      }
    }
    boolean even =
        switch (region.fill()) {
          case FilledRegion.Fill.Solid ignored -> true;
          case FilledRegion.Fill.Gradient ignored -> true;
          case FilledRegion.Fill.Pattern ignored -> false;
        };
    if (even && loops.size() <= MAX_LOOPS) {
      fill(loops, draft, rgb);
    } else {
      loops.forEach(loop -> draft.lines(rgb).polyline(loop.line().xyz(), true));
    }
  }

  private static Loop loop(Polyline line) {
    var ring = new ArrayList<Vec2>();
    for (int i = 0; i < line.size(); i++) {
      var p = line.vertex(i).xy();
      if (ring.isEmpty() || !ring.getLast().equals(p)) {
        ring.add(p);
      }
    }
    if (ring.size() > 1 && ring.getFirst().equals(ring.getLast())) {
      ring.removeLast();
    }
    double area = ring.size() < 3 ? 0 : Math.abs(relativeArea(ring));
    return new Loop(line, ring, area);
  }

  private static double relativeArea(List<Vec2> ring) {
    var first = ring.getFirst();
    return Polygon2.signedArea(ring.stream().map(p -> p.minus(first)).toList());
  }

  /** Even-odd: a loop inside an even number of others is a shell, the next deeper are its holes. */
  private static void fill(List<Loop> loops, NodeDraft draft, int rgb) {
    loops.removeIf(loop -> loop.area() == 0);
    loops.sort(Comparator.comparingDouble(Loop::area).reversed());
    var around = new ArrayList<List<Loop>>();
    for (int i = 0; i < loops.size(); i++) {
      var holders = new ArrayList<Loop>();
      for (int j = 0; j < i; j++) {
        if (contains(loops.get(j).ring(), loops.get(i).ring().getFirst())) {
          holders.add(loops.get(j));
        }
      }
      around.add(holders);
    }
    for (int i = 0; i < loops.size(); i++) {
      if (around.get(i).size() % 2 == 0) {
        var holes = new ArrayList<Loop>();
        for (int j = i + 1; j < loops.size(); j++) {
          if (around.get(j).size() == around.get(i).size() + 1
              && around.get(j).contains(loops.get(i))) {
            holes.add(loops.get(j));
          }
        }
        triangulate(loops.get(i), holes, draft, rgb);
      }
    }
  }

  private static void triangulate(Loop shell, List<Loop> holes, NodeDraft draft, int rgb) {
    var points = new ArrayList<>(shell.ring());
    var starts = new int[holes.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = points.size();
      points.addAll(holes.get(i).ring());
    }
    var base = points.getFirst();
    var flat = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      flat[2 * i] = points.get(i).x() - base.x();
      flat[2 * i + 1] = points.get(i).y() - base.y();
    }
    double z = shell.line().vertex(0).z();
    var corners = Earcut.earcut(flat, starts, 2);
    var mesh = draft.triangles(rgb);
    for (int i = 0; i + 2 < corners.size(); i += 3) {
      var a = points.get(corners.get(i));
      var b = points.get(corners.get(i + 1));
      var c = points.get(corners.get(i + 2));
      boolean left = b.minus(a).cross(c.minus(a)) > 0;
      mesh.triangle(up(a, z), up(left ? b : c, z), up(left ? c : b, z));
    }
  }

  private static Vec3 up(Vec2 p, double z) {
    return new Vec3(p.x(), p.y(), z);
  }

  /** Crossings of a ray to the right: inside where they are odd. */
  private static boolean contains(List<Vec2> ring, Vec2 p) {
    boolean inside = false;
    var a = ring.getLast();
    for (var b : ring) {
      if ((a.y() > p.y()) != (b.y() > p.y())
          && p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y())) {
        inside = !inside;
      }
      a = b;
    }
    return inside;
  }
}
