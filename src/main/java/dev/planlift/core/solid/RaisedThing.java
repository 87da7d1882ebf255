package dev.planlift.core.solid;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.scene.SceneMesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A thing as a low solid, by its lines in the plan: each area they enclose stands as high as such a
 * part of such a thing does.
 */
final class RaisedThing {
  private static final double LOWEST_M = 0.02;
  private static final double TREE_M = 3.2;
  private static final double SLENDER = 1.3;

  private final double tolerance;

  /**
   * Of things drawn in source units.
   *
   * @param tolerance of flattening, source units
   */
  RaisedThing(double tolerance) {
    this.tolerance = tolerance;
  }

  /** The solid, in metres; empty where the lines enclose nothing or are a solid already. */
  Optional<SceneMesh> of(ThingKind kind, List<DrawingItem> items, Affine3 toMetres) {
    var lines = new ArrayList<List<Vec2>>();
    for (var item : items) {
      switch (item) {
        case Path path -> {
          if (!path.extrusion().equals(Vec3.ZERO)) {
            return Optional.empty();
          }
          if (!path.auxiliary() && !path.isPoint()) {
            lines.add(line(path.segments(), path.closed(), toMetres));
          }
        }
        case FilledRegion region ->
            region.loops().stream()
                .filter(loop -> !loop.isEmpty())
                .forEach(loop -> lines.add(line(loop, true, toMetres)));
        case Face ignored -> {
          return Optional.empty();
        }
        case SurfaceMesh ignored -> {
          return Optional.empty();
        }
        case TextLabel ignored -> {}
        case ImageFrame ignored -> {}
        case MeasuredDimension ignored -> {}
        case SymbolInstance ignored -> {}
      }
    }
    return lines.isEmpty() ? Optional.empty() : raised(kind, lines);
  }

  private Optional<SceneMesh> raised(ThingKind kind, List<List<Vec2>> lines) {
    var mesh =
        kind == ThingKind.TREE || kind == ThingKind.PLANT ? crown(kind, lines) : solid(kind, lines);
    return mesh.indices().length == 0
        ? Optional.empty()
        : Optional.of(new SceneMesh(List.of(new SceneMesh.Part(mesh, Palette.thing(kind)))));
  }

  private static MeshPrimitive crown(ThingKind kind, List<List<Vec2>> lines) {
    double x0 = Double.POSITIVE_INFINITY;
    double y0 = Double.POSITIVE_INFINITY;
    double x1 = Double.NEGATIVE_INFINITY;
    double y1 = Double.NEGATIVE_INFINITY;
    for (var line : lines) {
      for (var p : line) {
        x0 = Math.min(x0, p.x());
        y0 = Math.min(y0, p.y());
        x1 = Math.max(x1, p.x());
        y1 = Math.max(y1, p.y());
      }
    }
    double radius = Math.max(0.05, Math.max(x1 - x0, y1 - y0) / 2);
    double height =
        kind == ThingKind.TREE ? Math.min(TREE_M, 2 * SLENDER * radius) : SLENDER * radius;
    return Crown.of(new Vec2((x0 + x1) / 2, (y0 + y1) / 2), radius, height);
  }

  private static MeshPrimitive solid(ThingKind kind, List<List<Vec2>> lines) {
    var grid = PlanGrid.near(lines.getFirst().getFirst());
    var faces = ThingFaces.of(grid, lines, kind != ThingKind.OTHER);
    var heights = ThingHeights.of(kind, faces);
    var cells = new ArrayList<WallCells.Cell>();
    for (int i = 0; i < faces.size(); i++) {
      long top = PlanGrid.steps(Math.max(LOWEST_M, heights.get(i)));
      cells.add(new WallCells.Cell(faces.get(i), List.of(new Span(0, top))));
    }
    return CellSolid.surface(grid, cells);
  }

  private List<Vec2> line(List<Segment> segments, boolean closed, Affine3 toMetres) {
    var flat = CurveFlattening.flatten(segments, tolerance).transformed(toMetres);
    var points = new ArrayList<Vec2>();
    for (int i = 0; i < flat.size(); i++) {
      points.add(flat.vertex(i).xy());
    }
    if (closed && points.size() > 2) {
      points.add(points.getFirst());
    }
    return points;
  }
}
