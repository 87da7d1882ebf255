package dev.planlift.core.solid;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.PatternStrokes;
import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import java.util.ArrayList;
import java.util.List;

/** Turns single drawn things into lines and faces of a node. */
final class ItemMesher {
  /** Lines lie this high over the floor they are drawn on, fills under them: no flicker. */
  private static final double LINE_LIFT_M = 0.006;

  private static final double FILL_LIFT_M = 0.003;

  /** So many strokes of patterns are drawn in all; hatches after them show their outlines. */
  private static final double MAX_STROKES = 500_000;

  private static final double POINT_ARM_M = 0.05;

  private final double tolerance;
  private final double metresPerUnit;
  private final double ribbonHeightM;
  private double strokesLeft = MAX_STROKES;

  /**
   * A mesher.
   *
   * @param tolerance of flattening, source units
   * @param ribbonHeightM how high line work is raised to standing ribbons; 0 leaves it lines
   */
  ItemMesher(double tolerance, double metresPerUnit, double ribbonHeightM) {
    this.tolerance = tolerance;
    this.metresPerUnit = metresPerUnit;
    this.ribbonHeightM = ribbonHeightM;
  }

  /** Adds an item's geometry, mapped from source units to metres, to a node. */
  void add(DrawingItem item, Affine3 toMetres, NodeDraft draft) {
    int rgb = item.appearance().rgb();
    switch (item) {
      case Path path -> path(path, toMetres, draft);
      case FilledRegion region -> region(region, lifted(toMetres, FILL_LIFT_M), draft);
      case Face face -> face(face.corners().stream().map(toMetres::apply).toList(), rgb, draft);
      case SurfaceMesh mesh -> surface(mesh, toMetres, draft);
      case TextLabel text -> underline(text, lifted(toMetres, LINE_LIFT_M), draft);
      case ImageFrame frame -> outline(frame.corners(), lifted(toMetres, LINE_LIFT_M), rgb, draft);
      case MeasuredDimension ignored -> {}
      case SymbolInstance ignored -> {}
    }
  }

  private static Affine3 lifted(Affine3 map, double byM) {
    return Affine3.translation(new Vec3(0, 0, byM)).after(map);
  }

  /** Strokes of a pattern are drawn where all line work is. */
  private void region(FilledRegion region, Affine3 toMetres, NodeDraft draft) {
    Fills.add(region, tolerance, toMetres, draft);
    if (ribbonHeightM > 0 && region.fill() instanceof FilledRegion.Fill.Pattern pattern) {
      double strokes = PatternStrokes.count(region, pattern);
      if (strokes <= strokesLeft) {
        strokesLeft -= strokes;
        var lines = draft.lines(region.appearance().rgb());
        PatternStrokes.draw(
            region,
            pattern,
            tolerance,
            (a, b) ->
                lines.polyline(
                    Polyline.between(toMetres.apply(a), toMetres.apply(b)).xyz(), false));
      }
    }
  }

  private void path(Path path, Affine3 toMetres, NodeDraft draft) {
    if (path.isPoint()) {
      cross(toMetres.apply(path.segments().getFirst().start()), path, draft);
      return;
    }
    var line = CurveFlattening.flatten(path.segments(), tolerance);
    int rgb = path.appearance().rgb();
    if (isDisc(path)) {
      var disc =
          new FilledRegion(
              List.of(path.segments()),
              new FilledRegion.Fill.Solid(),
              path.extrusion(),
              path.appearance(),
              path.source());
      Fills.add(disc, tolerance, toMetres, draft);
    } else if (!path.extrusion().equals(Vec3.ZERO) && path.stroke().isWide()) {
      var up = toMetres.direction(path.extrusion());
      band(path, line.transformed(toMetres), up, draft.triangles(rgb));
    } else if (!path.extrusion().equals(Vec3.ZERO)) {
      ribbon(
          line.transformed(toMetres),
          path.closed(),
          toMetres.direction(path.extrusion()),
          draft.triangles(rgb));
    } else if (ribbonHeightM > 0 && !path.auxiliary()) {
      var up = new Vec3(0, 0, ribbonHeightM);
      draft.triangles(rgb).ribbon(line.transformed(toMetres).xyz(), path.closed(), up);
    } else if (path.stroke().isWide()) {
      var lying = line.transformed(lifted(toMetres, FILL_LIFT_M));
      band(path, lying, Vec3.ZERO, draft.triangles(rgb));
    } else {
      draft
          .lines(rgb)
          .polyline(line.transformed(lifted(toMetres, LINE_LIFT_M)).xyz(), path.closed());
    }
  }

  /** A marked place: lines along the three axes. What is never plotted is no mark. */
  private static void cross(Vec3 at, Path point, NodeDraft draft) {
    if (!point.appearance().layer().plotted()) {
      return;
    }
    var lines = draft.lines(point.appearance().rgb());
    for (var axis : List.of(Vec3.X, Vec3.Y, Vec3.Z)) {
      var arm = axis.times(POINT_ARM_M);
      lines.polyline(Polyline.between(at.minus(arm), at.plus(arm)).xyz(), false);
    }
  }

  private static void ribbon(Polyline line, boolean closed, Vec3 up, MeshBuilder mesh) {
    int pieces = closed ? line.size() : line.size() - 1;
    for (int i = 0; i < pieces; i++) {
      var a = line.vertex(i);
      var b = line.vertex((i + 1) % line.size());
      if (!a.equals(b)) {
        mesh.quad(a, b, b.plus(up), a.plus(up));
      }
    }
  }

  /** CAD closes a circle with thickness to a solid cylinder; every other line is a ribbon then. */
  private static boolean isDisc(Path path) {
    return !path.extrusion().equals(Vec3.ZERO)
        && path.closed()
        && path.segments().size() == 1
        && path.segments().getFirst() instanceof EllipticArc;
  }

  /**
   * A line with breadth: one quad a piece, its breadth running from start to end; with a thickness
   * one block a piece.
   */
  private void band(Path path, Polyline line, Vec3 up, MeshBuilder mesh) {
    int pieces = path.closed() ? line.size() : line.size() - 1;
    double start = path.stroke().startWidth() * metresPerUnit / 2;
    double end = path.stroke().endWidth() * metresPerUnit / 2;
    for (int i = 0; i < pieces; i++) {
      var a = line.vertex(i);
      var b = line.vertex((i + 1) % line.size());
      Vec2 side = b.minus(a).xy().normalized().perpendicular();
      var aside = new Vec3(side.x(), side.y(), 0);
      var from = aside.times(start + (end - start) * i / pieces);
      var to = aside.times(start + (end - start) * (i + 1) / pieces);
      slab(List.of(a.minus(from), b.minus(to), b.plus(to), a.plus(from)), up, mesh);
    }
  }

  private static void slab(List<Vec3> base, Vec3 up, MeshBuilder mesh) {
    var top = base.stream().map(p -> p.plus(up)).toList();
    mesh.quad(top.get(0), top.get(1), top.get(2), top.get(3));
    if (!up.equals(Vec3.ZERO)) {
      mesh.quad(base.get(0), base.get(3), base.get(2), base.get(1));
      for (int i = 0; i < 4; i++) {
        int next = (i + 1) % 4;
        mesh.quad(base.get(i), base.get(next), top.get(next), top.get(i));
      }
    }
  }

  private static void face(List<Vec3> corners, int rgb, NodeDraft draft) {
    var mesh = draft.triangles(rgb);
    mesh.triangle(corners.get(0), corners.get(1), corners.get(2));
    if (corners.size() == 4) {
      mesh.triangle(corners.get(0), corners.get(2), corners.get(3));
    }
  }

  private static void surface(SurfaceMesh surface, Affine3 toMetres, NodeDraft draft) {
    var mesh = draft.triangles(surface.appearance().rgb());
    var corner = new Vec3[3];
    for (int i = 0; i + 2 < surface.triangles().length; i += 3) {
      for (int k = 0; k < 3; k++) {
        int at = 3 * surface.triangles()[i + k];
        var p = surface.positions();
        corner[k] = toMetres.apply(new Vec3(p[at], p[at + 1], p[at + 2]));
      }
      mesh.triangle(corner[0], corner[1], corner[2]);
    }
  }

  /** A text is shown by a line under it: glyphs would outweigh the building. */
  private static void underline(TextLabel text, Affine3 toMetres, NodeDraft draft) {
    var half = text.direction().times(text.width() / 2);
    var across = new Vec3(-text.direction().y(), text.direction().x(), text.direction().z());
    var base = text.center().minus(across.times(text.height() * 0.7));
    outline(List.of(base.minus(half), base.plus(half)), toMetres, text.appearance().rgb(), draft);
  }

  private static void outline(List<Vec3> corners, Affine3 toMetres, int rgb, NodeDraft draft) {
    var xyz = new ArrayList<Double>();
    for (var corner : corners) {
      var p = toMetres.apply(corner);
      xyz.addAll(List.of(p.x(), p.y(), p.z()));
    }
    draft
        .lines(rgb)
        .polyline(xyz.stream().mapToDouble(Double::doubleValue).toArray(), corners.size() > 2);
  }
}
