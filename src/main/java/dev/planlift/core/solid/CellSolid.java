package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.solid.WallCells.Cell;
import dev.planlift.core.solid.WallCells.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * The surface of what is solid in a set of cells: a face wherever solid meets void. At every node
 * of the plan all faces are split at the same heights, so neighbouring faces share their vertices.
 */
final class CellSolid {
  private final PlanGrid grid;
  private final List<Cell> cells;
  private final MeshBuilder mesh = MeshBuilder.triangles();
  private final Map<Coordinate, TreeSet<Long>> heights = new HashMap<>();

  private CellSolid(PlanGrid grid, List<Cell> cells) {
    this.grid = grid;
    this.cells = cells;
  }

  /** The mesh; without triangles where nothing is solid. */
  static MeshPrimitive surface(PlanGrid grid, List<Cell> cells) {
    return new CellSolid(grid, cells).build();
  }

  private MeshPrimitive build() {
    for (var cell : cells) {
      for (var node : cell.shape().getCoordinates()) {
        var at = heights.computeIfAbsent(node, n -> new TreeSet<>());
        cell.solid().forEach(span -> at.addAll(List.of(span.bottom(), span.top())));
      }
    }
    for (var cell : cells) {
      if (!cell.solid().isEmpty()) {
        caps(cell);
      }
    }
    var owners = WallCells.owners(cells);
    for (int i = 0; i < cells.size(); i++) {
      var solid = cells.get(i).solid();
      if (solid.isEmpty()) {
        continue;
      }
      for (var edge : WallCells.edges(cells.get(i).shape())) {
        int beyond = owners.getOrDefault(edge.reversed(), -1);
        var hidden = beyond < 0 ? List.<Span>of() : cells.get(beyond).solid();
        Span.without(solid, hidden).forEach(span -> side(edge, span));
      }
    }
    return mesh.build();
  }

  private void caps(Cell cell) {
    for (var t : Triangulation.of(cell.shape())) {
      for (var span : cell.solid()) {
        mesh.triangle(
            grid.fromGrid(t.a(), span.top()),
            grid.fromGrid(t.b(), span.top()),
            grid.fromGrid(t.c(), span.top()),
            Vec3.Z);
        mesh.triangle(
            grid.fromGrid(t.a(), span.bottom()),
            grid.fromGrid(t.c(), span.bottom()),
            grid.fromGrid(t.b(), span.bottom()),
            new Vec3(0, 0, -1));
      }
    }
  }

  /** An upright rectangle over an edge whose left is solid, zipped between its two uprights. */
  private void side(Edge edge, Span span) {
    var left = upright(edge.from(), span);
    var right = upright(edge.to(), span);
    var along = edge.to();
    var normal = new Vec3(along.y - edge.from().y, edge.from().x - along.x, 0).normalized();
    int i = 0;
    int j = 0;
    while (i + 1 < left.size() || j + 1 < right.size()) {
      boolean goRight =
          i + 1 == left.size() || (j + 1 < right.size() && right.get(j + 1) <= left.get(i + 1));
      var a = grid.fromGrid(edge.from(), left.get(i));
      var b = grid.fromGrid(edge.to(), right.get(j));
      var c =
          goRight
              ? grid.fromGrid(edge.to(), right.get(++j))
              : grid.fromGrid(edge.from(), left.get(++i));
      mesh.triangle(a, b, c, normal);
    }
  }

  /** The heights from bottom to top of a span at which faces meet at a node. */
  private List<Long> upright(Coordinate node, Span span) {
    var at = heights.getOrDefault(node, new TreeSet<>());
    return new ArrayList<>(at.subSet(span.bottom(), true, span.top(), true));
  }
}
