package dev.planlift.core.solid;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import earcut4j.Earcut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Filled regions in whatever plane they lie: evenly filled ones as faces, with a thickness as
 * solids between two of them; those with a line pattern as their outlines. Earcut serves here, as
 * it makes something of any outline, also one that crosses itself.
 */
final class Fills {
  /** Regions of more loops are shown as outlines: nesting is found loop by loop. */
  private static final int MAX_LOOPS = 200;

  /**
   * Cutting a border that crosses itself into triangles takes time by the square of its corners.
   */
  private static final int MAX_CORNERS = 50_000;

  private final Vec3 up;
  private final MeshBuilder mesh;
  private final PlaneView view;

  private Fills(Vec3 up, MeshBuilder mesh, PlaneView view) {
    this.up = up;
    this.mesh = mesh;
    this.view = view;
  }

  /** A boundary: its corners in space, and the same seen from the side its plane faces most. */
  private record Loop(List<Vec3> corners, List<Vec2> ring, double signedArea) {
    double area() {
      return Math.abs(signedArea);
    }
  }

  static void add(FilledRegion region, double tolerance, Affine3 toMetres, NodeDraft draft) {
    int rgb = region.appearance().rgb();
    var lines = new ArrayList<Polyline>();
    for (var segments : region.loops()) {
      if (!segments.isEmpty()) {
        lines.add(CurveFlattening.flatten(segments, tolerance).transformed(toMetres));
      }
    }
    boolean even =
        switch (region.fill()) {
          case FilledRegion.Fill.Solid ignored -> true;
          case FilledRegion.Fill.Gradient ignored -> true;
          case FilledRegion.Fill.Pattern ignored -> false;
        };
    int corners = lines.stream().mapToInt(Polyline::size).sum();
    if (even && lines.size() <= MAX_LOOPS && corners <= MAX_CORNERS) {
      var up = toMetres.direction(region.extrusion());
      new Fills(up, draft.triangles(rgb), PlaneView.of(lines, up)).fill(lines);
    } else {
      lines.forEach(line -> draft.lines(rgb).polyline(line.xyz(), true));
    }
  }

  private Loop loop(Polyline line) {
    var corners = new ArrayList<Vec3>();
    for (int i = 0; i < line.size(); i++) {
      var p = line.vertex(i);
      if (corners.isEmpty() || !corners.getLast().equals(p)) {
        corners.add(p);
      }
    }
    if (corners.size() > 1 && corners.getFirst().equals(corners.getLast())) {
      corners.removeLast();
    }
    var ring = corners.stream().map(view::see).toList();
    return new Loop(corners, ring, PlaneView.signedArea(ring));
  }

  /** Even-odd: a loop inside an even number of others is a shell, the next deeper are its holes. */
  private void fill(List<Polyline> lines) {
    var loops = new ArrayList<Loop>();
    for (var line : lines) {
      var loop = loop(line);
      if (loop.area() > 0) {
        loops.add(loop);
      }
    }
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
      boolean shell = around.get(i).size() % 2 == 0;
      sides(loops.get(i), shell);
      if (shell) {
        var holes = new ArrayList<Loop>();
        for (int j = i + 1; j < loops.size(); j++) {
          if (around.get(j).size() == around.get(i).size() + 1
              && around.get(j).contains(loops.get(i))) {
            holes.add(loops.get(j));
          }
        }
        triangulate(loops.get(i), holes);
      }
    }
  }

  /** What stands around the edge of a thick region, facing away from what is filled. */
  private void sides(Loop loop, boolean shell) {
    if (up.equals(Vec3.ZERO)) {
      return;
    }
    var corners = new ArrayList<>(loop.corners());
    if (loop.signedArea() > 0 != shell) {
      Collections.reverse(corners);
    }
    var a = corners.getLast();
    for (var b : corners) {
      mesh.quad(a, b, b.plus(up), a.plus(up));
      a = b;
    }
  }

  private void triangulate(Loop shell, List<Loop> holes) {
    var corners = new ArrayList<>(shell.corners());
    var points = new ArrayList<>(shell.ring());
    var starts = new int[holes.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = points.size();
      corners.addAll(holes.get(i).corners());
      points.addAll(holes.get(i).ring());
    }
    var base = points.getFirst();
    var flat = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      flat[2 * i] = points.get(i).x() - base.x();
      flat[2 * i + 1] = points.get(i).y() - base.y();
    }
    var found = Earcut.earcut(flat, starts, 2);
    for (int i = 0; i + 2 < found.size(); i += 3) {
      int a = found.get(i);
      int b = found.get(i + 1);
      int c = found.get(i + 2);
      var ab = points.get(b).minus(points.get(a));
      boolean left = ab.cross(points.get(c).minus(points.get(a))) > 0;
      face(corners.get(a), corners.get(left ? b : c), corners.get(left ? c : b));
    }
  }

  private void face(Vec3 a, Vec3 b, Vec3 c) {
    mesh.triangle(a.plus(up), b.plus(up), c.plus(up));
    if (!up.equals(Vec3.ZERO)) {
      mesh.triangle(a, c, b);
    }
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
